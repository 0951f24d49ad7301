using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Notable.Shared;

namespace Notable.Learning;

/// <summary>
/// The predictors of this process, by file: visitors of an app never load a model twice. Reading and building hold no lock that loads of
/// other models wait for.
/// </summary>
internal static class LoadedModels
{
    private sealed record Entry(DateTime Written, long Size, Lazy<Predictor> Predictor);

    private static readonly ConcurrentDictionary<string, Entry> Models = new();

    /// <summary>The predictor of a file. One that is loaded already is returned whatever its tuning.</summary>
    public static Predictor Get(string path, SessionTuning tuning = SessionTuning.Throughput)
    {
        // A link is followed: its own time does not change with what it leads to.
        var file = LinkedFile.Of(path);
        if (!file.Exists)
            throw new FileNotFoundException($"there is no model file {Path.GetFullPath(path)}; 'notable train' or learn.Export writes one", path);
        var (written, size) = (file.LastWriteTimeUtc, file.Length);
        // A replaced predictor is not disposed: whoever holds it may be using it. It goes when nobody does.
        var entry = Models.AddOrUpdate(file.FullName, _ => New(), (_, known) => (known.Written, known.Size) == (written, size) ? known : New());
        try
        {
            return entry.Predictor.Value;
        }
        catch
        {
            // The next caller reads the file again.
            Models.TryRemove(new(file.FullName, entry));
            throw;
        }

        Entry New() => new(written, size, new(() => Load(path, tuning)));
    }

    private static Predictor Load(string path, SessionTuning tuning)
    {
        var network = ReadNetwork(path);
        // The file's bytes are garbage half as large as the weights. ONNX Runtime's own memory should not come on top of it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var predictor = Predictor.Start(network, tuning);
        if (tuning == SessionTuning.Throughput)
            Trim();
        return predictor;
    }

    // Not inlined: nothing of the file is reachable once it has returned.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ModelNetwork ReadNetwork(string path) => ModelFile.Open(path).Network();

    /// <summary>Frees the graph's copy of the weights. A quiet process may not collect for hours.</summary>
    private static void Trim()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        CLibrary.TrimMemory();
    }
}
