using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A training batch on its way through the network; callbacks may replace its parts before it starts. Tensors that a callback makes
/// are freed with the step.
/// </summary>
/// <param name="images">[N, 3, H, W] float32, normalized.</param>
/// <param name="labels">[N] int64.</param>
public sealed class TrainingBatch(Tensor images, Tensor labels)
{
    /// <summary>[N, 3, H, W] float32, normalized.</summary>
    public Tensor Images { get; set; } = images;

    /// <summary>[N] int64, indexes into the vocabulary.</summary>
    public Tensor Labels { get; set; } = labels;

    /// <summary>Second labels for mixed pictures; null where each picture is one item.</summary>
    public MixedLabels? Mixed { get; set; }

    /// <summary>What the loss is multiplied by before gradients are taken; the loss that is recorded is not.</summary>
    public double GradientScale { get; set; } = 1;

    /// <summary>Whether gradients are kept and added to the next batch's, and no weight changes.</summary>
    public bool IsStepSkipped { get; set; }

    internal Tensor LossOf(Tensor logits, Loss loss)
    {
        if (Mixed is not { } mixed)
            return loss.Mean(logits, Labels);
        var (own, other) = (loss.PerItem(logits, Labels), loss.PerItem(logits, mixed.Others));
        // other + share (own - other): torch's lerp.
        return own.sub(other).mul(mixed.Shares).Plus(other).mean();
    }
}

/// <summary>The second labels of mixed pictures.</summary>
/// <param name="Others">[N] int64.</param>
/// <param name="Shares">[N] float32, 0 to 1: the share of the first label.</param>
public sealed record MixedLabels(Tensor Others, Tensor Shares);
