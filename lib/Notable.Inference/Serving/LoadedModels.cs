using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Notable.Shared;

namespace Notable.Learning;

/// <summary>
/// Caches the predictors of this process by file, so that visitors of an app never load a model twice. No lock is held while a model is
/// read, so loads of different models do not wait for each other.
/// </summary>
internal static class LoadedModels
{
    private sealed record Entry(DateTime Written, long Size, Lazy<Predictor> Predictor);

    private static readonly ConcurrentDictionary<string, Entry> Models = new();

    /// <summary>Returns the predictor of a file. A cached one is returned whatever its tuning.</summary>
    public static Predictor Get(string path, SessionTuning tuning = SessionTuning.Throughput)
    {
        // Links are followed: their own timestamp does not change with their target.
        var file = LinkedFile.Of(path);
        if (!file.Exists)
            throw new FileNotFoundException($"there is no model file {Path.GetFullPath(path)}; 'notable train' or learn.Export writes one", path);
        var (written, size) = (file.LastWriteTimeUtc, file.Length);
        // A replaced predictor is not disposed, since it may still be in use. It is freed when unreferenced.
        var entry = Models.AddOrUpdate(file.FullName, _ => New(), (_, known) => (known.Written, known.Size) == (written, size) ? known : New());
        try
        {
            return entry.Predictor.Value;
        }
        catch
        {
            // Lets the next caller read the file again.
            Models.TryRemove(new(file.FullName, entry));
            throw;
        }

        Entry New() => new(written, size, new(() => Load(path, tuning)));
    }

    private static Predictor Load(string path, SessionTuning tuning)
    {
        var network = ReadNetwork(path);
        // The file's bytes are garbage, half as large as the weights. Freed before ONNX Runtime allocates its own memory.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var predictor = Predictor.Start(network, tuning);
        if (tuning == SessionTuning.Throughput)
            Trim();
        return predictor;
    }

    // Not inlined, so that nothing of the file is reachable after it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ModelNetwork ReadNetwork(string path) => ModelFile.Open(path).Network();

    /// <summary>Frees the graph's copy of the weights. An idle process may not collect for hours.</summary>
    private static void Trim()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        CLibrary.TrimMemory();
    }
}
