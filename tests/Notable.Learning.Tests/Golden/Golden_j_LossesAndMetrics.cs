using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group j: loss and metrics of fourteen fixed answers. Tolerance 1e-6.</summary>
public class Golden_j_LossesAndMetrics
{
    private static readonly long[] Targets = [0, 1, 2, 0, 1, 2, 0, 0, 1, 1, 2, 2, 0, 1];

    [Fact]
    public void Loss_error_rate_and_accuracy_are_fastais()
    {
        var golden = GoldenFile.Json("j_loss_metrics");
        using var scope = NewDisposeScope();
        var logits = GoldenModel.Uniform(60, [14, 3], -3, 3);
        var labels = tensor(Targets);
        Assert.Equal(golden.GetProperty("cross_entropy_mean").GetDouble(), F.cross_entropy(logits, labels).item<float>(), 1e-6);
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("per_item")), F.cross_entropy(logits, labels, reduction: nn.Reduction.None), 1e-6);
        Assert.Equal(golden.GetProperty("error_rate").GetDouble(), Metrics.ErrorRate.OfBatch(logits, labels), 1e-6);
        Assert.Equal(golden.GetProperty("accuracy").GetDouble(), Metrics.Accuracy.OfBatch(logits, labels), 1e-6);
    }

    [Fact]
    public void Our_losses_are_fastais()
    {
        var golden = GoldenFile.Json("j_loss_metrics");
        using var scope = NewDisposeScope();
        var logits = GoldenModel.Uniform(60, [14, 3], -3, 3);
        var labels = tensor(Targets);
        Check("cross_entropy_mean", Losses.CrossEntropy());
        Check("label_smoothing_0_1", Losses.CrossEntropy(labelSmoothing: 0.1));
        Check("focal_gamma2", Losses.Focal(gamma: 2));

        void Check(string name, Loss loss)
        {
            Assert.Equal(golden.GetProperty(name).GetDouble(), loss.Mean(logits, labels).item<float>(), 1e-6);
            Assert.Equal(golden.GetProperty(name).GetDouble(), loss.PerItem(logits, labels).mean().item<float>(), 1e-6);
        }
    }

    [Fact]
    public void Class_weights_weigh_as_in_pytorch()
    {
        using var scope = NewDisposeScope();
        var logits = GoldenModel.Uniform(60, [14, 3], -3, 3);
        var perItem = Losses.CrossEntropy().PerItem(logits, tensor(Targets)).data<float>().ToArray();
        float[] weights = [1, 3, 0.5f];
        var expected = Targets.Select((target, i) => weights[target] * perItem[i]).Sum() / Targets.Sum(target => weights[target]);
        Assert.Equal(expected, Losses.CrossEntropy(weights).Mean(logits, tensor(Targets)).item<float>(), 1e-5);
        Assert.Throws<ArgumentException>(() => Losses.CrossEntropy([1, 2]).Mean(logits, tensor(Targets)));
        Assert.Throws<ArgumentException>(() => Losses.CrossEntropy([1, -2, 1]));
    }

    [Fact]
    public void Test_time_augmentation_draws_the_mean_of_the_views_to_the_plain_answer()
    {
        var rule = GoldenFile.Json("j_loss_metrics").GetProperty("tta");
        var plain = new Predictions(["1"], [[0.2f, 0.8f]], [1], [0.3]);
        IReadOnlyList<float[]>[] views = [[[0.4f, 0.6f]], [[0.8f, 0.2f]]];
        var found = TestTimeAugmentation.Combine(plain, views, rule.GetProperty("beta").GetDouble());
        Assert.Equal(0.75 * 0.4 + 0.25 * 0.8, found.Probabilities[0][1], 1e-6);
        Assert.Equal(-Math.Log(0.5), found.Losses[0], 1e-6);
    }

    [Fact]
    public void Means_of_uneven_batches_weighted_by_size_are_the_exact_mean()
    {
        using var scope = NewDisposeScope();
        var logits = GoldenModel.Uniform(60, [14, 3], -3, 3);
        var labels = tensor(Targets);
        var weighted = 9 * Metrics.ErrorRate.OfBatch(logits[..9], labels[..9]) + 5 * Metrics.ErrorRate.OfBatch(logits[9..], labels[9..]);
        Assert.Equal(Metrics.ErrorRate.OfBatch(logits, labels), weighted / 14, 1e-12);
    }
}
