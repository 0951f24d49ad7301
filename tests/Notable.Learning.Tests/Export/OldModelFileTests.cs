using System.IO.Compression;
using System.Runtime.CompilerServices;
using Notable.Learning.Tests.Data;
using Notable.Testing;

namespace Notable.Learning.Tests.Export;

/// <summary>
/// A file in the first format, as version 0.1.0 wrote it, with weights that compress well. It must be readable for ever, with the
/// answers it gave.
/// </summary>
public class OldModelFileTests
{
    [Fact]
    public void A_file_of_the_first_format_is_read_and_knows_its_classes_only()
    {
        using var folder = new TemporaryFolder();
        var path = folder["old.safetensors"];
        using (var packed = new GZipStream(File.OpenRead(Path.Combine(Folder(), "Resources", "format-1.safetensors.gz")), CompressionMode.Decompress))
        using (var file = File.Create(path))
            packed.CopyTo(file);

        var model = Predictor.Load(path);
        Assert.Equal(("0.1.0", false, null), (model.Card.LibraryVersion, model.Card.KnowsNeither, model.Card.Calibration));
        Assert.Equal(["usd100", "usd50"], model.Vocab);
        Assert.Equal(201, model.Card.Training!.TrainItems);
        var answer = model.Predict(TestPictures.Noise(1, 300, 200));
        Assert.Null(answer.Neither);
        Assert.Equal(Expected, answer.Probabilities["usd100"], 0.002);
    }

    // In float32. Version 0.1 answered in bfloat16 where the processor has it, which makes 0.768 of this rough network.
    private const double Expected = 0.700;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
