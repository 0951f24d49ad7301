using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A figure of merit over the validation items.</summary>
/// <param name="Name">How tables and reports call it.</param>
/// <param name="OfBatch">
/// Mean over one batch, from logits [N, classes] and labels [N] (int64). Means of batches are weighted by their size, so that the
/// result is the exact mean over items whatever the batch size.
/// </param>
public sealed record Metric(string Name, Func<Tensor, Tensor, double> OfBatch);

/// <summary>The metrics that come with the library.</summary>
public static class Metrics
{
    /// <summary>The share of items whose most probable class is the right one, 0 to 1.</summary>
    public static Metric Accuracy { get; } = new("accuracy", ShareRight);

    /// <summary>The share of items whose most probable class is a wrong one, 0 to 1.</summary>
    public static Metric ErrorRate { get; } = new("error_rate", (logits, labels) => 1 - ShareRight(logits, labels));

    private static double ShareRight(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return logits.argmax(-1).eq(labels).sum().item<long>() / (double)labels.shape[0];
    }
}
