using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>The metrics that come with the library.</summary>
public static class Metrics
{
    /// <summary>The share of items whose most probable class is the right one, 0 to 1.</summary>
    public static Metric Accuracy { get; } = new("accuracy", ShareRight);

    /// <summary>The share of items whose most probable class is a wrong one, 0 to 1.</summary>
    public static Metric ErrorRate { get; } = new("error_rate", (logits, labels) => 1 - ShareRight(logits, labels));

    /// <summary>The share of items whose right class is among the <paramref name="k"/> most probable, 0 to 1; all classes where there are fewer.</summary>
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

    /// <summary>Of the items taken for a class, the share that are of it; the mean over classes, 0 to 1.</summary>
    public static Metric Precision { get; } = PerClass("precision", counts => counts.Precision);

    /// <summary>Of the items of a class, the share that are taken for it; the mean over classes, 0 to 1.</summary>
    public static Metric Recall { get; } = PerClass("recall", counts => counts.Recall);

    /// <summary>The harmonic mean of precision and recall of a class; the mean over classes, 0 to 1.</summary>
    public static Metric F1 { get; } = PerClass("f1", counts => counts.F1);

    /// <summary>
    /// The probability that an item of a class gets more of that class's probability than one of another class, 0.5 by chance; the mean
    /// over the classes that have both (for two classes it is the usual area under the ROC curve). Not a number where none has.
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

    // Classes without an item count neither way: their figures have no meaning.
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
