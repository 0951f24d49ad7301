using Notable.Learning.Tests.Augment;
using Notable.Learning.Tests.Models;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning.Tests.Train;

/// <summary>Golden group j: loss and metrics of fourteen fixed answers. Tolerance 1e-6.</summary>
public class GoldenLossMetricsTests
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
    public void Means_of_uneven_batches_weighted_by_size_are_the_exact_mean()
    {
        using var scope = NewDisposeScope();
        var logits = GoldenModel.Uniform(60, [14, 3], -3, 3);
        var labels = tensor(Targets);
        var weighted = 9 * Metrics.ErrorRate.OfBatch(logits[..9], labels[..9]) + 5 * Metrics.ErrorRate.OfBatch(logits[9..], labels[9..]);
        Assert.Equal(Metrics.ErrorRate.OfBatch(logits, labels), weighted / 14, 1e-12);
    }
}
