using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;

namespace Notable.Learning;

/// <summary>The predictors of this process, by file: visitors of an app never load a model twice.</summary>
internal static class LoadedModels
{
    private sealed record Loaded(DateTime Written, long Size, Predictor Predictor);

    private static readonly Dictionary<(string Path, string Device), Loaded> Models = [];
    private static readonly Lock Gate = new();

    public static Predictor Get(string path, torch.Device? device)
    {
        // A link is followed: its own time does not change with what it leads to.
        var file = LinkedFile.Of(path);
        if (!file.Exists)
            throw new FileNotFoundException($"there is no model file {Path.GetFullPath(path)}; 'notable train' or learn.Export writes one", path);
        lock (Gate)
        {
            // At the first model libtorch may still be loading: its file is read meanwhile, and only then is the device asked for.
            var opened = Models.Count == 0 ? ModelFile.Open(path) : null;
            TorchRuntime.Require();
            device ??= ComputeDevice.Best;
            var key = (file.FullName, device.ToString());
            if (Models.TryGetValue(key, out var loaded) && (loaded.Written, loaded.Size) == (file.LastWriteTimeUtc, file.Length))
                return loaded.Predictor;
            // A replaced predictor is not disposed: who holds it may be using it.
            var predictor = Build(opened ?? ModelFile.Open(path), device);
            // The file's bytes are garbage as large as the model, and a quiet process may not collect for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            TorchRuntime.TrimMemory();
            Models[key] = new(file.LastWriteTimeUtc, file.Length, predictor);
            return predictor;
        }
    }

    private static Predictor Build(ModelFile file, torch.Device device) =>
        InferencePool.Run(() => file.Build(device)).GetAwaiter().GetResult();
}
