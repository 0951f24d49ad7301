using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Computes metrics over a data set that arrives in batches.</summary>
internal sealed class MetricSums(IReadOnlyList<Metric> metrics) : IDisposable
{
    private readonly double[] sums = new double[metrics.Count];
    private readonly List<Tensor> logits = [], labels = [];
    private long items;

    /// <summary>Adds a batch of logits [N, classes] and labels [N].</summary>
    public void Add(Tensor batchLogits, Tensor batchLabels)
    {
        var count = batchLabels.shape[0];
        items += count;
        for (var i = 0; i < sums.Length; i++)
            if (!metrics[i].OverAllItems)
                sums[i] += count * metrics[i].OfBatch(batchLogits, batchLabels);
        if (!metrics.Any(metric => metric.OverAllItems))
            return;
        logits.Add(batchLogits.cpu().DetachFromDisposeScope());
        labels.Add(batchLabels.cpu().DetachFromDisposeScope());
    }

    /// <summary>Returns the metrics by name, in their order.</summary>
    public IReadOnlyDictionary<string, double> Result()
    {
        using var scope = NewDisposeScope();
        var (allLogits, allLabels) = logits.Count == 0 ? (null, null) : (cat(logits), cat(labels));
        var results = new OrderedDictionary<string, double>(sums.Length);
        for (var i = 0; i < sums.Length; i++)
            results.Add(metrics[i].Name, metrics[i].OverAllItems ? metrics[i].OfBatch(allLogits!, allLabels!) : sums[i] / items);
        return results;
    }

    public void Dispose()
    {
        foreach (var tensor in logits.Concat(labels))
            tensor.Dispose();
    }
}
