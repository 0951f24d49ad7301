using Notable.Learning.Tests.Train;
using Notable.Testing;

namespace Notable.Learning.Tests.Export;

[Collection(nameof(SmallTraining))]
public sealed class ModelFileTests : IDisposable
{
    // fp16 has 11 bits: logits of a 20-layer network move by a few thousandths.
    private const double HalfPrecision = 5e-3;
    private readonly SmallTraining small = new();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void An_exported_model_answers_as_the_learner_does_and_knows_where_it_comes_from()
    {
        using var learn = small.Learner(seed: 7);
        learn.FineTune(1, cancellation: TestContext.Current.CancellationToken);
        var path = folder["models/new/bills.safetensors"];
        learn.Export(path);
        var model = Predictor.Load(path);

        Assert.Equal(learn.DataLoaders.Vocab, model.Vocab);
        Assert.Equal("resnet18", model.Card.Architecture);
        Assert.Equal(ModelCard.RunningVersion, model.Card.LibraryVersion);
        Assert.Equal(new TrainingFacts(7, 1, 1, 4, 16, 4, learn.Recorder.Epochs[^1].ValidLoss, learn.Recorder.Epochs[^1].ErrorRate, Precision.Float32), model.Card.Training);
        Assert.InRange(new FileInfo(path).Length, 20_000_000, 24_000_000);
        Assert.Equal(QuantizedSession.IsExact, model.Card.Quantization is not null);
        for (var i = 0; i < small.Data.Valid.Items.Count; i++)
        {
            var expected = learn.Predict(small.Data.Valid.Picture(i));
            Assert.Equal(expected.Probabilities["a"], model.Predict(small.Data.Valid.Items[i]).Probabilities["a"], HalfPrecision);
            Assert.Equal(expected.Probabilities["a"], model.Predict(File.ReadAllBytes(small.Data.Valid.Items[i])).Probabilities["a"], HalfPrecision);
        }
        Assert.Equal([path], Directory.GetFiles(folder["models/new"]));
    }

    [Fact]
    public void An_exported_model_can_be_trained_further()
    {
        using var first = small.Learner(seed: 7);
        first.Export(folder["first.safetensors"]);

        using var further = VisionLearner.Create(small.Data, Architectures.ResNet18, weights: folder["first.safetensors"], seed: 8, cancellation: TestContext.Current.CancellationToken);

        Assert.True(further.IsFrozen);
        Assert.Equal(
            SmallTraining.Values(first, "body.conv1.weight").Select(v => (float)(Half)v), SmallTraining.Values(further, "body.conv1.weight"));
    }

    [Fact]
    public void A_file_is_loaded_once_until_it_changes()
    {
        using var learn = small.Learner();
        var path = folder["a.safetensors"];
        learn.Export(path);
        var first = Predictor.Load(path);
        Assert.Same(first, Predictor.Load(Path.Combine(folder.Path, ".", "a.safetensors")));
        learn.Export(path);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(5));
        Assert.NotSame(first, Predictor.Load(path));
    }

    [Fact]
    public void Weights_that_are_not_finite_are_not_written()
    {
        using var learn = small.Learner();
        using (TorchSharp.torch.no_grad())
            learn.Model.named_parameters().First(p => p.name == "head.8.weight").parameter.fill_(float.NaN);
        var error = Assert.Throws<TrainingException>(() => learn.Export(folder["a.safetensors"]));
        Assert.Contains("head.8.weight", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    public void Dispose()
    {
        folder.Dispose();
        small.Dispose();
    }
}
