using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Train;

/// <summary>Figures worked out by hand, and that they do not depend on how items fall into batches.</summary>
public sealed class MetricsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor logits, labels;

    // Answers: 0 0 1 1 0 2 for labels 0 0 0 1 2 2.
    public MetricsTests()
    {
        logits = tensor(new[] { 3f, 1, 0, 2, 1, 0, 1, 2, 0, 0, 5, 1, 2, 0, 1, 0, 1, 4 }).view(6, 3);
        labels = tensor(new long[] { 0, 0, 0, 1, 2, 2 });
    }

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Precision_recall_and_f1_are_means_over_classes()
    {
        Assert.Equal((2 / 3.0 + 1 / 2.0 + 1) / 3, Metrics.Precision.OfBatch(logits, labels), 1e-12);
        Assert.Equal((2 / 3.0 + 1 + 1 / 2.0) / 3, Metrics.Recall.OfBatch(logits, labels), 1e-12);
        Assert.Equal((2 / 3.0 + 2 / 3.0 + 2 / 3.0) / 3, Metrics.F1.OfBatch(logits, labels), 1e-12);
    }

    [Fact]
    public void The_right_class_among_the_first_k_counts()
    {
        Assert.Equal(4 / 6.0, Metrics.TopK(1).OfBatch(logits, labels), 1e-12);
        Assert.Equal(1, Metrics.TopK(2).OfBatch(logits, labels), 1e-12);
        Assert.Equal(1, Metrics.TopK(5).OfBatch(logits, labels), 1e-12);
        Assert.Equal("top_5_accuracy", Metrics.TopK().Name);
    }

    [Fact]
    public void The_area_under_the_roc_curve_is_that_of_each_class_against_the_rest()
    {
        Assert.Equal(1, Metrics.RocAuc.OfBatch(tensor(new[] { 2f, 0, 1, 0, 0, 1, 0, 3 }).view(4, 2), tensor(new long[] { 0, 0, 1, 1 })), 1e-12);
        Assert.Equal(0.75, Metrics.RocAuc.OfBatch(tensor(new[] { 2f, 0, 0, 1, 1, 0, 0, 3 }).view(4, 2), tensor(new long[] { 0, 0, 1, 1 })), 1e-12);
        Assert.True(double.IsNaN(Metrics.RocAuc.OfBatch(logits[..2], labels[..2])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void Batches_of_any_size_give_the_same_figures(int size)
    {
        Metric[] metrics = [Metrics.Accuracy, Metrics.ErrorRate, Metrics.TopK(2), Metrics.Precision, Metrics.Recall, Metrics.F1, Metrics.RocAuc];
        using var sums = new MetricSums(metrics);
        for (var start = 0; start < 6; start += size)
            sums.Add(logits[start..Math.Min(start + size, 6)], labels[start..Math.Min(start + size, 6)]);
        var result = sums.Result();
        Assert.All(metrics, metric => Assert.Equal(metric.OfBatch(logits, labels), result[metric.Name], 1e-12));
    }
}
