using Notable.Torch;
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
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"there is no model file {file.FullName}; 'notable train' or learn.Export writes one", path);
        lock (Gate)
        {
            var key = (file.FullName, device?.ToString() ?? "");
            if (Models.TryGetValue(key, out var loaded) && (loaded.Written, loaded.Size) == (file.LastWriteTimeUtc, file.Length))
                return loaded.Predictor;
            ModelFile? opened = ModelFile.Open(path);
            // A replaced predictor is not disposed: who holds it may be using it.
            var predictor = InferencePool.Run(() => opened!.Build(device ?? ComputeDevice.Best)).GetAwaiter().GetResult();
            // The file's bytes are garbage as large as the model, and a quiet process may not collect for hours.
            opened = null;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            TensorMemory.Trim();
            Models[key] = new(file.LastWriteTimeUtc, file.Length, predictor);
            return predictor;
        }
    }
}
