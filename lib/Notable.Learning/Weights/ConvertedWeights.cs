using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>Caches weights converted from a package's file, so that they are converted only once.</summary>
/// <param name="architecture">The architecture.</param>
/// <param name="model">The packaged model.</param>
/// <param name="folder">The cache folder.</param>
internal sealed class ConvertedWeights(string architecture, PackagedModel model, string folder)
{
    // Change this number when the conversion changes, so that new files are written.
    private const int Version = 1;
    private const string From = "converted from";

    /// <summary>The cached file; its name identifies the original and the conversion.</summary>
    public string Path => System.IO.Path.Combine(folder, "weights", $"{architecture}-{model.Sha256[..8]}-v{Version}.safetensors");

    /// <summary>Returns the cached weights; null if there are none, or the file is damaged or belongs to another version.</summary>
    public TensorFile? Find()
    {
        try
        {
            return File.Exists(Path) && Safetensors.Read(Path) is { } kept && kept.Metadata.GetValueOrDefault(From) == Source ? kept : null;
        }
        catch (WeightsFileException)
        {
            // A damaged cache file is replaced by a new conversion.
            return null;
        }
    }

    /// <summary>Converts the package's file and caches the result.</summary>
    /// <exception cref="WeightsFileException">The file is not the expected one.</exception>
    public TensorFile Convert(string path)
    {
        var converted = OnnxGraph.Read(path, model.Sha256, model.Convert);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            Safetensors.Write(Path, converted.Tensors.Values, new Dictionary<string, string> { [From] = Source });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // If the cache is not writable, each start converts again.
            return converted;
        }
        return converted;
    }

    private string Source => $"{model}, {model.File}, SHA-256 {model.Sha256}";
}
