using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A figure of merit over the validation items.</summary>
/// <param name="Name">How tables and reports call it.</param>
/// <param name="OfBatch">
/// The figure of one batch, from logits [N, classes] and labels [N] (int64). Means of batches are weighted by their size, so that the
/// result is the exact mean over items whatever the batch size.
/// </param>
public sealed record Metric(string Name, Func<Tensor, Tensor, double> OfBatch)
{
    /// <summary>Whether the figure is no mean over items: then <see cref="OfBatch"/> is given all of them at once.</summary>
    public bool OverAllItems { get; init; }
}
