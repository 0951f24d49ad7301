using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// A training batch; callbacks may replace its parts before the forward pass. Tensors that a callback creates are freed after the
/// step.
/// </summary>
/// <param name="images">[N, 3, H, W] float32, normalized.</param>
/// <param name="labels">[N] int64.</param>
public sealed class TrainingBatch(Tensor images, Tensor labels)
{
    /// <summary>[N, 3, H, W] float32, normalized.</summary>
    public Tensor Images { get; set; } = images;

    /// <summary>[N] int64, indexes into the vocabulary.</summary>
    public Tensor Labels { get; set; } = labels;

    /// <summary>Second labels of mixed pictures; null if pictures are not mixed.</summary>
    public MixedLabels? Mixed { get; set; }

    /// <summary>Factor on the loss before gradients are computed; the recorded loss is not scaled.</summary>
    public double GradientScale { get; set; } = 1;

    /// <summary>Whether to keep the gradients, add the next batch's to them, and change no weight.</summary>
    public bool IsStepSkipped { get; set; }

    internal Tensor LossOf(Tensor logits, Loss loss)
    {
        if (Mixed is not { } mixed)
            return loss.Mean(logits, Labels);
        var (own, other) = (loss.PerItem(logits, Labels), loss.PerItem(logits, mixed.Others));
        // other + share * (own - other), as torch's lerp.
        return own.sub(other).mul(mixed.Shares).Plus(other).mean();
    }
}

/// <summary>The second labels of mixed pictures.</summary>
/// <param name="Others">[N] int64.</param>
/// <param name="Shares">[N] float32, 0 to 1: the weight of the first label.</param>
public sealed record MixedLabels(Tensor Others, Tensor Shares);
