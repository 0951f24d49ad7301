using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning;

/// <summary>A loss function: computes one number per item from logits [N, classes] and labels [N] (int64).</summary>
public abstract class Loss
{
    /// <summary>Returns the losses [N], in the current dispose scope.</summary>
    public abstract Tensor PerItem(Tensor logits, Tensor labels);

    /// <summary>Returns the loss of the batch, one number. With class weights it is the weighted mean, as in PyTorch.</summary>
    public virtual Tensor Mean(Tensor logits, Tensor labels) => PerItem(logits, labels).mean();
}

/// <summary>The built-in losses.</summary>
public static class Losses
{
    /// <summary>Returns cross-entropy: the negative logarithm of the true class's probability.</summary>
    /// <param name="classWeights">A weight for each class, such as <see cref="DataLoaders.ClassWeights"/>; null weighs all equally.</param>
    /// <param name="labelSmoothing">Fraction of the probability spread evenly over all classes, 0 to 1 (1 excluded).</param>
    public static Loss CrossEntropy(IReadOnlyList<float>? classWeights = null, double labelSmoothing = 0) =>
        new CrossEntropyLoss(classWeights, labelSmoothing);

    /// <summary>
    /// Returns the focal loss: cross-entropy with weight (1 - p)^gamma, so that items already predicted with confidence count less (Lin et
    /// al. 2017).
    /// </summary>
    /// <param name="gamma">0 is cross-entropy; 2 is usual.</param>
    /// <param name="classWeights">A weight for each class; null weighs all equally.</param>
    public static Loss Focal(double gamma = 2, IReadOnlyList<float>? classWeights = null) => new FocalLoss(gamma, classWeights);

    private sealed class CrossEntropyLoss(IReadOnlyList<float>? classWeights, double labelSmoothing) : Loss
    {
        private readonly float[]? weights = Checked(classWeights);
        private readonly double labelSmoothing = labelSmoothing is >= 0 and < 1
            ? labelSmoothing
            : throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "label smoothing must be from 0 to below 1");

        public override Tensor PerItem(Tensor logits, Tensor labels) => Of(logits, labels, nn.Reduction.None);

        public override Tensor Mean(Tensor logits, Tensor labels) => Of(logits, labels, nn.Reduction.Mean);

        private Tensor Of(Tensor logits, Tensor labels, nn.Reduction reduction)
        {
            using var perClass = Tensor(weights, logits);
            return F.cross_entropy(logits, labels, perClass, reduction: reduction, label_smoothing: labelSmoothing);
        }
    }

    private sealed class FocalLoss(double gamma, IReadOnlyList<float>? classWeights) : Loss
    {
        private readonly float[]? weights = Checked(classWeights);
        private readonly double gamma = gamma >= 0 ? gamma : throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "gamma must be 0 or more");

        public override Tensor PerItem(Tensor logits, Tensor labels)
        {
            using var perClass = Tensor(weights, logits);
            var entropy = F.cross_entropy(logits, labels, perClass, reduction: nn.Reduction.None);
            // 1 - p, from the entropy -log(p).
            var wrong = entropy.neg().expm1().neg();
            using Scalar exponent = gamma;
            return wrong.pow(exponent).mul(entropy);
        }
    }

    private static float[]? Checked(IReadOnlyList<float>? weights) => weights is null || weights.All(weight => float.IsFinite(weight) && weight >= 0)
        ? weights?.ToArray()
        : throw new ArgumentException($"class weights must be finite and not negative; found {string.Join(", ", weights)}", nameof(weights));

    private static Tensor? Tensor(float[]? weights, Tensor logits)
    {
        if (weights is null)
            return null;
        return weights.Length == logits.shape[1]
            ? tensor((IList<float>)weights, [weights.Length], device: logits.device)
            : throw new ArgumentException($"{weights.Length} class weights do not fit {logits.shape[1]} classes");
    }
}
