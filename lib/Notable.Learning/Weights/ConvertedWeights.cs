using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>Weights that were converted from a package's file, kept in the cache folder so that they are converted once.</summary>
/// <param name="architecture">The architecture.</param>
/// <param name="model">The packaged network.</param>
/// <param name="folder">The cache folder.</param>
internal sealed class ConvertedWeights(string architecture, PackagedModel model, string folder)
{
    // Another number makes new files: it changes with the conversion.
    private const int Version = 1;
    private const string From = "converted from";

    /// <summary>The kept file, whose name tells the original and the conversion.</summary>
    public string Path => System.IO.Path.Combine(folder, "weights", $"{architecture}-{model.Sha256[..8]}-v{Version}.safetensors");

    /// <summary>The kept weights; null if there are none, or the file is damaged or another.</summary>
    public TensorFile? Find()
    {
        try
        {
            return File.Exists(Path) && Safetensors.Read(Path) is { } kept && kept.Metadata.GetValueOrDefault(From) == Source ? kept : null;
        }
        catch (WeightsFileException)
        {
            // It can be made again.
            return null;
        }
    }

    /// <summary>Converts the package's file and keeps the result.</summary>
    /// <exception cref="WeightsFileException">The file is another one.</exception>
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
            // A cache that cannot be written to costs the conversion at every start, nothing more.
            return converted;
        }
        return converted;
    }

    private string Source => $"{model}, {model.File}, SHA-256 {model.Sha256}";
}
