using Notable.Imaging;
using Notable.Testing;
using Notable.Learning.Tests.Export;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>
/// Golden group k: fastai's answers on odd little files, by its way of reading them (no EXIF turn, alpha dropped). Tolerance 2e-3 on a
/// probability: JPEG decoders differ by a gray level here and there; 5e-3 for inks, whose conversion to light is a matter of taste; 1e-4 where
/// pixels are exact.
/// </summary>
public class Golden_k_Predictions
{
    [Fact]
    public void Every_readable_file_gets_fastais_label_and_probabilities()
    {
        using var scope = torch.NewDisposeScope();
        using var network = GoldenModel.Create();
        network.eval();
        var golden = GoldenFile.Json("k_predict");
        string[] vocab = [.. golden.GetProperty("vocab").EnumerateArray().Select(v => v.GetString()!)];
        var model = Predictors.Of(network, new ModelCard("resnet18", vocab, Golden_k_SeenPixels.Fastais, null, "0.1.0"));
        foreach (var row in golden.GetProperty("rows").EnumerateArray())
        {
            var name = row.GetProperty("file").GetString()!;
            var path = GoldenFile.Picture(name);
            if (name == "no_eoi.jpg")
                continue; // Pillow refuses a file that lacks nothing but its end marker; we read it, for no pixel is missing
            if (row.TryGetProperty("error", out _))
            {
                Assert.ThrowsAny<ImagingException>(() => model.Predict(path));
                continue;
            }
            var answer = model.Predict(path);
            if (name == "gray16.png")
                continue; // Pillow cuts 16-bit gray off at 255, which leaves a white picture; we scale it
            var tolerance = name == "cmyk.jpg" ? 5e-3 : name.EndsWith(".jpg") || name.EndsWith(".webp") ? 2e-3 : 1e-4;
            Assert.Equal(row.GetProperty("label").GetString(), answer.Label);
            foreach (var (expected, found) in row.GetProperty("probs").Doubles().Zip(answer.Probabilities.Values))
                Assert.True(Math.Abs(expected - found) <= tolerance, $"{name}: fastai says {expected:0.00000}, we say {found:0.00000}");
        }
    }

    [Fact]
    public void Pixels_get_fastais_label_and_probabilities()
    {
        using var scope = torch.NewDisposeScope();
        using var network = GoldenModel.Create();
        network.eval();
        var golden = GoldenFile.Json("k_predict");
        string[] vocab = [.. golden.GetProperty("vocab").EnumerateArray().Select(v => v.GetString()!)];
        var row = golden.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("file").GetString() == "rgb.png");
        var answer = Predictors.Of(network, new ModelCard("resnet18", vocab, Golden_k_SeenPixels.Fastais, null, "0.1.0")).Predict(Golden_k_SeenPixels.Rgb());
        Assert.Equal(row.GetProperty("label").GetString(), answer.Label);
        Assert.Equal(row.GetProperty("index").GetInt32(), answer.Index);
        Assert.All(row.GetProperty("probs").Doubles().Zip(answer.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
