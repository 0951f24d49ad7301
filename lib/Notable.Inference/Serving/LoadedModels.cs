using System.Collections.Concurrent;
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

    public static Predictor Get(string path)
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

        Entry New() => new(written, size, new(() => Load(path)));
    }

    private static Predictor Load(string path)
    {
        var predictor = ModelFile.Open(path).Build();
        // The file's bytes are garbage as large as the model, and a quiet process may not collect for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        CLibrary.TrimMemory();
        return predictor;
    }
}
