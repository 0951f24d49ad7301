using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A metric on the validation items.</summary>
/// <param name="Name">Name in tables and reports.</param>
/// <param name="OfBatch">
/// The metric of one batch, from logits [N, classes] and labels [N] (int64). Batch results are averaged with the batch size as
/// weight, so the result is the exact mean over items for any batch size.
/// </param>
public sealed record Metric(string Name, Func<Tensor, Tensor, double> OfBatch)
{
    /// <summary>Whether the metric is not a mean over items; <see cref="OfBatch"/> is then called once, with all items.</summary>
    public bool OverAllItems { get; init; }
}
