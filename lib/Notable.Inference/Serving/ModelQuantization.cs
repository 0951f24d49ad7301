using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Prepares model files for faster predictions: with 8-bit integers where the answer is clear, which takes about a third of the time.
/// <c>learn.Export</c> does it too; this is for files of older versions.
/// </summary>
/// <remarks>Integers are used on x64 processors with AVX-VNNI or AVX512-VNNI. Others, and CUDA, compute every answer in float32.</remarks>
public static class ModelQuantization
{
    /// <summary>Measures the ranges of the network's values on pictures, and writes them into the model file.</summary>
    /// <param name="model">The model file; if it will use integers, it is replaced through a temporary file and a rename.</param>
    /// <param name="pictures">Picture files of the kind the model will see. 64 of them, spread evenly, are used.</param>
    /// <returns>
    /// Whether the model will use integers. False if this processor has neither instruction, if no picture can be read, or if the answers
    /// would differ too much from those in float32.
    /// </returns>
    /// <exception cref="Files.WeightsFileException">The file is not a Notable model file, or is damaged.</exception>
    public static bool Prepare(string model, IEnumerable<string> pictures)
    {
        var file = ModelFile.Open(model);
        var network = file.Network();
        var found = QuantizationMeasurement.Of(network, [.. pictures], path => Picture.Open(path, network.Card.Transform.Decode));
        if (found is null)
            return false;
        file.Write(model, found);
        return true;
    }
}
