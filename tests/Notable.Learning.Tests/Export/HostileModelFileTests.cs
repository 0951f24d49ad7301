using Notable.Imaging;
using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Export;

/// <summary>A good model file, and what is said when one thing about it is wrong.</summary>
public sealed class HostileModelFileTests(HostileModelFileTests.Good good) : IClassFixture<HostileModelFileTests.Good>
{
    public static TheoryData<string, string?, string> BrokenTexts => new()
    {
        { "format", null, "'format'" },
        { "format", "onnx", "format 'onnx'" },
        { "format_version", "6", "format version '6'" },
        { "format_version", "x", "format version 'x'" },
        { "library_version", null, "'library_version'" },
        { "architecture", "resnet999", "one of resnet18" },
        { "architecture", null, "'architecture'" },
        { "vocab", "[\"usd50\"]", "vocab" },
        { "vocab", "[\"usd50\",\"usd50\"]", "vocab" },
        { "vocab", "[\"usd50\",\"\"]", "vocab" },
        { "vocab", "[\"usd50\",null]", "vocab" },
        { "vocab", "null", "vocab" },
        { "vocab", "{\"a\":", "'vocab' that is not the expected JSON" },
        { "vocab", "[\"usd100\",\"usd20\",\"usd50\"]", "head.8.weight' of shape [2, 512]; expected [3, 512]" },
        { "training", "[]", "'training' that is not the expected JSON" },
        { "neither", null, "'neither'" },
        { "neither", "1", "'neither' that is not the expected JSON" },
        { "neither", "true", "head.8.weight' of shape [2, 512]; expected [3, 512]" },
        { "calibration", null, "'calibration'" },
        { "calibration", "{\"temperature\":", "'calibration' that is not the expected JSON" },
        { "calibration", "{\"temperature\":0,\"error\":0,\"items\":9}", "calibration" },
        { "calibration", "{\"temperature\":1e9,\"error\":0,\"items\":9}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":-1,\"items\":9}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":0,\"items\":0}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":0,\"items\":9,\"neither_odds\":0}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":0,\"items\":9,\"class_odds\":[1,0]}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":0,\"items\":9,\"class_odds\":[1,1,1]}", "calibration" },
        { "calibration", "{\"temperature\":1,\"error\":0,\"items\":9,\"asks_twice_below\":1.5}", "calibration" },
        { "quantization", "[]", "'quantization' that is not the expected JSON" },
        { "quantization", "null", "invalid quantization" },
        { "quantization", "{}", "invalid quantization" },
        { "quantization", "{\"trusted_from\":2,\"lows\":[0],\"highs\":[1]}", "invalid quantization" },
        { "quantization", "{\"trusted_from\":1,\"lows\":[0],\"highs\":[0]}", "invalid quantization" },
        { "quantization", "{\"trusted_from\":1,\"lows\":[0,0],\"highs\":[1]}", "invalid quantization" },
        { "quantization", "{\"trusted_from\":1,\"lows\":[1],\"highs\":[2]}", "invalid quantization" },
        { "quantization", "{\"trusted_from\":1,\"lows\":[0],\"highs\":[1]}", "1 ranges of values; expected 29, one for each that resnet18" },
        { "license", null, "'license'" },
        { "license", "[]", "'license' that is not the expected JSON" },
        { "preprocessing.size", "-3", "preprocessing.size" },
        { "preprocessing.resize", "explode", "preprocessing.resize" },
        { "preprocessing.views", "everything", "preprocessing.views" },
        { "preprocessing.std", "0 0 0", "preprocessing" },
    };

    [Theory]
    [MemberData(nameof(BrokenTexts))]
    public void A_text_that_is_wrong_or_missing_is_named(string key, string? text, string expected)
    {
        var metadata = new Dictionary<string, string>(good.File.Metadata);
        metadata.Remove(key);
        if (text is not null)
            metadata[key] = text;
        Assert.Contains(expected, Refused(good.File.Tensors.Values, metadata));
    }

    [Fact]
    public void A_missing_tensor_is_named() =>
        Assert.Contains("no tensor 'body.layer3.0.conv1.weight'", Refused(good.File.Tensors.Values.Where(t => t.Name != "body.layer3.0.conv1.weight")));

    [Fact]
    public void A_tensor_too_many_is_named() =>
        Assert.Contains("'evil'", Refused([.. good.File.Tensors.Values, new StoredTensor("evil", "F32", [1], new byte[4])]));

    [Fact]
    public void A_tensor_of_another_shape_is_named() =>
        Assert.Contains("'body.bn1.weight' of shape [65]; expected [64]", Refused(With(new StoredTensor("body.bn1.weight", "F32", [65], new byte[65 * 4]))));

    [Fact]
    public void A_tensor_of_another_type_is_named() =>
        Assert.Contains("'body.bn1.weight' of type U8", Refused(With(new StoredTensor("body.bn1.weight", "U8", [64], new byte[64]))));

    [Fact]
    public void A_number_that_is_not_finite_is_refused() =>
        Assert.Contains("'body.bn1.weight' with infinite", Refused(With(new StoredTensor("body.bn1.weight", "F16", [64], Enumerable.Repeat((byte)0xFF, 128).ToArray()))));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void A_file_cut_short_is_refused(int bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["cut.safetensors"], File.ReadAllBytes(good.Path)[..bytes]);
        Assert.Contains("cut.safetensors", Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["cut.safetensors"])).Message);
    }

    [Fact]
    public void A_header_with_bytes_changed_at_random_is_refused_or_read_and_never_crashes()
    {
        using var folder = new TemporaryFolder();
        var (path, file) = (folder["changed.safetensors"], File.ReadAllBytes(good.Path));
        var header = 8 + (int)BitConverter.ToInt64(file);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        stream.Write(file);
        var refused = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var (random, changed) = (new SeededRandom(seed), file[..header]);
            for (var bytes = random.Next(1, 8); bytes > 0; bytes--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            stream.Position = 0;
            stream.Write(changed);
            stream.Flush();
            try
            {
                ModelFile.Open(path);
            }
            catch (WeightsFileException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 50, 100);
    }

    [Fact]
    public void A_web_page_under_the_name_of_a_model_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.safetensors"], "<!DOCTYPE html><html><body>Not found</body></html>");
        Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["page.safetensors"]));
    }

    [Fact]
    public void An_ONNX_file_is_refused_as_one()
    {
        using var folder = new TemporaryFolder();
        // The version of the format, the producer's name, and the rest.
        File.WriteAllBytes(folder["model.safetensors"], [0x08, 0x08, 0x12, 0x07, .. "pytorch"u8, .. new byte[64]]);
        Assert.Contains("found an ONNX model", Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["model.safetensors"])).Message);
    }

    [Fact]
    public void A_missing_file_is_told_with_the_way_to_make_one() =>
        Assert.Contains("notable train", Assert.Throws<FileNotFoundException>(() => Predictor.Load("/nowhere/bills.safetensors")).Message);

    private IEnumerable<StoredTensor> With(StoredTensor tensor) => good.File.Tensors.Values.Select(t => t.Name == tensor.Name ? tensor : t);

    private string Refused(IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var folder = new TemporaryFolder();
        var path = folder["hostile.safetensors"];
        Safetensors.Write(path, tensors, metadata ?? good.File.Metadata);
        var error = Assert.Throws<WeightsFileException>(() => Predictor.Load(path));
        Assert.StartsWith(path, error.Message);
        return error.Message + error.InnerException?.Message;
    }

    /// <summary>A model with random weights, as written.</summary>
    public sealed class Good : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Good()
        {
            using var model = new VisionModel(Architectures.ResNet18, 2);
            ModelFile.Write(Path, ModelState.Store(model), new ModelCard("resnet18", ["usd100", "usd50"],
                new InferenceTransform(new DecodeOptions(), new PictureResize(ResizeMethod.Squish, 256, 224), null, Normalize.ImageNet), null, "0.1.0"));
            File = Safetensors.Read(Path);
        }

        public string Path => folder["good.safetensors"];

        public TensorFile File { get; }

        public void Dispose() => folder.Dispose();
    }
}
