using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Notable.Imaging;
using Notable.Learning;
using Notable.Learning.Files;
using Notable.Testing;

namespace Notable.Inference.Tests;

/// <summary>The exported file alone, in ONNX Runtime as a stranger uses it, answers as <see cref="Predictor"/> does.</summary>
public sealed class ExportedFileTests : IDisposable
{
    private const double Most = 0.02;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Dev_photos_get_the_predictors_probabilities()
    {
        var predictor = Predictor.Load(Shipped.Path);
        using var session = Session();
        var (largest, where, answers, photos) = (0.0, "", 0, Shipped.Photos());
        foreach (var photo in photos)
        {
            var picture = Picture.Open(photo, predictor.Card.Transform.Decode);
            var (expected, found) = (Shipped.Row(predictor.Predict(picture)), Run(session, picture));
            var difference = expected.Zip(found, (a, b) => Math.Abs(a - b)).Max();
            answers += Array.IndexOf(expected, expected.Max()) == Array.IndexOf(found, found.Max()) ? 0 : 1;
            if (difference > largest)
                (largest, where) = (difference, $"{Path.GetFileName(photo)}, {picture.Width} x {picture.Height}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{photos.Count} photos: largest difference {largest:0.0000} ({where}), answers that differ {answers}");
        Assert.InRange(largest, 0, Most);
        Assert.Equal(0, answers);
    }

    [Fact]
    public void Drawn_notes_get_the_predictors_probabilities()
    {
        var predictor = Predictor.Load(Shipped.Path);
        using var session = Session();
        foreach (var picture in Shipped.Drawn())
            Assert.Equal(Shipped.Row(predictor.Predict(picture)), Run(session, picture), (a, b) => Math.Abs(a - b) < Most);
    }

    [Theory]
    [InlineData(ResizeMethod.Squish, 96, 64, Views.Whole)]
    [InlineData(ResizeMethod.Crop, 64, 64, Views.WithHalves)]
    [InlineData(ResizeMethod.Pad, 64, 64, Views.Whole)]
    [InlineData(ResizeMethod.PadBlack, 80, 64, Views.WithHalves)]
    public void Every_way_of_resizing_and_viewing_is_inside(ResizeMethod method, int resizeTo, int size, Views views)
    {
        var file = Safetensors.Read(Shipped.Path);
        var transform = new InferenceTransform(DecodeOptions.Default, new(method, resizeTo, size), null, Normalize.ImageNet) { Views = views };
        var metadata = new Dictionary<string, string>(file.Metadata);
        foreach (var (key, text) in transform.ToMetadata())
            metadata[key] = text;
        // Always asked about the parts: what they add is compared as well.
        metadata["calibration"] = """{"temperature":2,"error":0.01,"items":9,"asks_twice_below":1}""";
        metadata["format_version"] = "5";
        metadata["license"] = "\"MIT\"";
        Safetensors.Write(folder["m.safetensors"], file.Tensors.Values, metadata);
        var predictor = Predictor.Load(folder["m.safetensors"]);
        using var session = Session(folder["m.safetensors"]);
        foreach (var drawn in Shipped.Drawn().Take(2))
            foreach (var picture in (Picture[])[drawn, drawn.Crop(0, 0, drawn.Width, 9), drawn.Crop(3, 0, 11, drawn.Height)])
                Assert.Equal(Shipped.Row(predictor.Predict(picture)), Run(session, picture), (a, b) => Math.Abs(a - b) < Most);
        Assert.Equal("MIT", session.ModelMetadata.CustomMetadataMap["license"]);
    }

    [Fact]
    public void Its_metadata_says_what_the_numbers_mean()
    {
        using var session = Session();
        var metadata = session.ModelMetadata.CustomMetadataMap;
        Assert.Equal(["usd100", "usd50", "neither"], JsonDocument.Parse(metadata["classes"]).RootElement.EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("uint8 [height, width, 3]", metadata["usage"]);
        Assert.NotEmpty(metadata["license"]);
        Assert.Equal([OnnxExport.Image], session.InputNames);
        Assert.Equal([OnnxExport.Probabilities], session.OutputNames);
    }

    [Fact]
    public void An_exported_file_is_refused_as_a_model()
    {
        using var _ = Session();
        Assert.Contains("found an ONNX model", Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["model.onnx"])).Message);
    }

    private InferenceSession Session(string? model = null)
    {
        OnnxExport.Convert(model ?? Shipped.Path, folder["model.onnx"]);
        return new InferenceSession(folder["model.onnx"]);
    }

    private static float[] Run(InferenceSession session, Picture picture)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(picture.Pixels.ToArray(), [picture.Height, picture.Width, 3]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, [OnnxExport.Image], [input], [OnnxExport.Probabilities]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
