using Notable.Learning.Tests.Golden;
using System.Text.Json;
using Notable.Testing;
using TorchSharp;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning.Tests.Train;

/// <summary>bfloat16 works on every processor, if slowly on some, so these run anywhere.</summary>
[Collection(nameof(SmallTraining))]
public sealed class PrecisionTests : IDisposable
{
    private readonly SmallTraining small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void The_faster_one_is_measured_at_the_first_fit_and_remembered()
    {
        using var cache = new TemporaryFolder();
        var before = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cache.Path);
        try
        {
            using var learn = small.Learner(precision: null);
            var weights = Bytes(learn);
            Assert.Equal(Precision.Float32, learn.Precision);
            learn.ChoosePrecision();
            Assert.Equal(weights, Bytes(learn));
            Assert.All(learn.Model.parameters(), parameter => Assert.Null(parameter.grad));

            // What is remembered counts, whatever a new trial would say.
            foreach (var remembered in (Precision[])[Precision.BFloat16, Precision.Float32])
            {
                PrecisionCache.Keep(PrecisionTrial.Key(learn), remembered);
                using var second = small.Learner(precision: null);
                second.Fit(1, cancellation: TestContext.Current.CancellationToken);
                Assert.Equal(remembered, second.Precision);
            }
            File.WriteAllText(cache["notable/precision.json"], "{ not JSON");
            Assert.Null(PrecisionCache.Find(PrecisionTrial.Key(learn)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", before);
        }

        static byte[] Bytes(Learner learn) => [.. learn.Model.state_dict().Values.SelectMany(tensor => Notable.Learning.Acceleration.TensorBytes.ToBytes(tensor.detach()))];
    }

    [Theory]
    [InlineData(100, 50, Precision.BFloat16)]
    [InlineData(100, 95, Precision.Float32)]
    [InlineData(100, 150, Precision.Float32)]
    public void bfloat16_must_win_clearly(double exact, double rounded, Precision expected) => Assert.Equal(expected, new PrecisionTrial.StepTimes(exact, rounded).Faster);

    [Fact]
    public void The_same_seed_gives_the_same_file_and_it_tells_the_precision()
    {
        using var folder = new TemporaryFolder();
        var files = ((string[])["one", "two"]).Select(name =>
        {
            using var learn = small.Learner(precision: Precision.BFloat16);
            learn.FineTune(1, cancellation: TestContext.Current.CancellationToken);
            learn.Export(folder[name]);
            return File.ReadAllBytes(folder[name]);
        }).ToList();
        Assert.Equal(files[0], files[1]);
        Assert.Equal(Precision.BFloat16, Predictor.Load(folder["one"]).Card.Training!.Precision);
        Assert.Contains("bf16", System.Text.Encoding.UTF8.GetString(files[0].AsSpan(0, 2000)));
    }

    [Fact]
    public void A_file_from_before_there_was_a_choice_is_read()
    {
        const string old = """{"Seed":1,"FrozenEpochs":1,"UnfrozenEpochs":4,"BatchSize":16,"TrainItems":8,"ValidItems":2,"ValidLoss":0.5,"ErrorRate":0.1}""";
        Assert.Null(JsonSerializer.Deserialize<TrainingFacts>(old)!.Precision);
    }

    [Fact]
    public void Both_precisions_learn_the_same_but_for_rounding()
    {
        var images = GoldenModel.Uniform(88, [6, 3, 64, 64], -2, 2);
        using var labels = torch.tensor(new long[] { 0, 1, 1, 0, 1, 0 });
        float[] Losses(Precision precision)
        {
            using var model = GoldenModel.Create();
            using var optimizer = new Adam(ParameterGroup.Of(model));
            model.train();
            GoldenModel.DropoutOff(model);
            var losses = new List<float>();
            for (var step = 0; step < 3; step++)
                TrainingStep.Take(model, optimizer, precision, images, logits => F.cross_entropy(logits, labels), [1e-5, 1e-4, 1e-3], 0.95, onLoss: l => losses.Add(l.item<float>()));
            return [.. losses];
        }
        var (exact, rounded) = (Losses(Precision.Float32), Losses(Precision.BFloat16));
        Assert.All(exact.Zip(rounded), pair => Assert.Equal(pair.First, pair.Second, 0.1 * pair.First));
        Assert.NotEqual(exact, rounded);
    }

    [Fact]
    public void Logits_losses_weights_gradients_and_statistics_stay_float32()
    {
        using var scope = torch.NewDisposeScope();
        using var model = GoldenModel.Create();
        model.train();
        var logits = TrainingStep.Logits(model, Precision.BFloat16, GoldenModel.Uniform(88, [4, 3, 64, 64], -2, 2));
        Assert.Equal(torch.ScalarType.Float32, logits.dtype);
        F.cross_entropy(logits, torch.tensor(new long[] { 0, 1, 1, 0 })).backward();
        Assert.All(model.parameters(), p => Assert.Equal((torch.ScalarType.Float32, torch.ScalarType.Float32), (p.dtype, p.grad!.dtype)));
        Assert.All(model.named_buffers().Where(b => !b.name.EndsWith("tracked")), b => Assert.Equal(torch.ScalarType.Float32, b.buffer.dtype));
    }

    [Fact]
    public void Batch_norms_see_the_same_statistics_in_either_precision()
    {
        using var scope = torch.NewDisposeScope();
        var images = GoldenModel.Uniform(88, [8, 3, 64, 64], -2, 2);
        float[] Means(Precision precision)
        {
            using var model = GoldenModel.Create();
            model.train();
            TrainingStep.Logits(model, precision, images);
            return model.state_dict()["body.bn1.running_var"].data<float>().ToArray();
        }
        // A convolution's result has 8 bits; a variance of many thousands of them averages their rounding out.
        var (exact, rounded) = (Means(Precision.Float32), Means(Precision.BFloat16));
        for (var i = 0; i < exact.Length; i++)
            Assert.InRange(rounded[i], 0.995 * exact[i], 1.005 * exact[i]);
    }

    [Fact]
    public void A_frozen_kernel_gets_no_gradient()
    {
        using var learn = small.Learner(precision: Precision.BFloat16);
        learn.Freeze();
        using var scope = torch.NewDisposeScope();
        F.cross_entropy(TrainingStep.Logits(learn.Model, learn.Precision, GoldenModel.Uniform(1, [4, 3, 32, 32], -2, 2)), torch.zeros([4], torch.ScalarType.Int64)).backward();
        foreach (var (name, parameter) in learn.Model.named_parameters())
            Assert.Equal(name.StartsWith("head") || name.Contains("bn") || name.Contains("downsample.1"), parameter.grad is not null);
    }
}
