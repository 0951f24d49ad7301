using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>The built-in metrics.</summary>
public static class Metrics
{
    /// <summary>Fraction of items whose most probable class is the true one, 0 to 1.</summary>
    public static Metric Accuracy { get; } = new("accuracy", ShareRight);

    /// <summary>Fraction of items whose most probable class is wrong, 0 to 1.</summary>
    public static Metric ErrorRate { get; } = new("error_rate", (logits, labels) => 1 - ShareRight(logits, labels));

    /// <summary>
    /// Fraction of items whose true class is among the <paramref name="k"/> most probable, 0 to 1; always 1 with fewer classes than that.
    /// </summary>
    public static Metric TopK(int k = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new($"top_{k}_accuracy", (logits, labels) =>
        {
            using var scope = NewDisposeScope();
            var (_, best) = logits.topk((int)Math.Min(k, logits.shape[1]));
            return best.eq(labels.unsqueeze(1)).sum().item<long>() / (double)labels.shape[0];
        });
    }

    /// <summary>Of the items predicted as a class, the fraction that belong to it; averaged over classes, 0 to 1.</summary>
    public static Metric Precision { get; } = PerClass("precision", counts => counts.Precision);

    /// <summary>Of the items of a class, the fraction predicted as it; averaged over classes, 0 to 1.</summary>
    public static Metric Recall { get; } = PerClass("recall", counts => counts.Recall);

    /// <summary>Harmonic mean of precision and recall of a class; averaged over classes, 0 to 1.</summary>
    public static Metric F1 { get; } = PerClass("f1", counts => counts.F1);

    /// <summary>
    /// Area under the ROC curve: the probability that an item of a class gets a higher probability for it than an item of another class, 0.5
    /// by chance; averaged over the classes that have both kinds of items (for two classes it is the usual area). NaN if none has.
    /// </summary>
    public static Metric RocAuc { get; } = new("roc_auc", (logits, labels) =>
    {
        using var scope = NewDisposeScope();
        var rows = logits.softmax(-1).cpu().contiguous().data<float>().ToArray().Chunk((int)logits.shape[1]).ToArray();
        var targets = labels.cpu().data<long>().ToArray();
        double[] areas = [.. Enumerable.Range(0, (int)logits.shape[1])
            .Select(c => RocCurve.Area([.. rows.Select(row => (double)row[c])], [.. targets.Select(target => target == c)]))
            .Where(double.IsFinite)];
        return areas.Length == 0 ? double.NaN : areas.Average();
    })
    { OverAllItems = true };

    // Classes without an item are left out: their scores are undefined.
    private static Metric PerClass(string name, Func<ClassCounts, double> figure) => new(name, (logits, labels) =>
    {
        using var scope = NewDisposeScope();
        var answers = logits.argmax(-1).cpu().data<long>().ToArray();
        var targets = labels.cpu().data<long>().ToArray();
        return ClassCounts.Of((int)logits.shape[1], [.. targets.Zip(answers, (target, answer) => ((int)target, (int)answer))])
            .Where(counts => counts.Support > 0 || counts.Answers > 0).Average(figure);
    })
    { OverAllItems = true };

    private static double ShareRight(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return logits.argmax(-1).eq(labels).sum().item<long>() / (double)labels.shape[0];
    }
}
