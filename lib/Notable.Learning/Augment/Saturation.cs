using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Lowers or raises the saturation: moves each pixel's logits toward their gray value, or away from it. fastai's Saturation.</summary>
/// <param name="maxLighting">The factor is between 1 - this and 1 / (1 - this), log-uniform.</param>
/// <param name="p">Fraction of the pictures that are changed.</param>
public sealed class Saturation(double maxLighting = 0.2, double p = 0.75) : BatchTransform
{
    private const double LogitMargin = 1e-7;
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double range = -Math.Log(1 - LightingRange.Checked(maxLighting));

    /// <inheritdoc/>
    public override int Order => 40;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor images, Random random)
    {
        var factors = new float[images.shape[0]];
        for (var i = 0; i < factors.Length; i++)
        {
            var isChanged = random.Chance(p);
            var factor = Math.Exp(random.Uniform(-range, range));
            factors[i] = isChanged ? (float)factor : 1;
        }
        return By(images, factors);
    }

    /// <summary>Applies the given change to each picture.</summary>
    /// <param name="images">[N, 3, H, W] float32 in 0 to 1; clamped to 1e-7 and 1 - 1e-7 first.</param>
    /// <param name="factors">N factors: 0 is gray, 1 changes nothing.</param>
    public static Tensor By(Tensor images, ReadOnlySpan<float> factors)
    {
        using var scope = NewDisposeScope();
        var logits = logit(images, LogitMargin);
        // Luma weights of ITU-R BT.601, as in fastai.
        float[] luma = [0.2989f, 0.5870f, 0.1140f];
        var gray = (logits * tensor((IList<float>)luma, [1, 3, 1, 1], device: images.device)).sum(1, keepdim: true);
        var factor = tensor((IList<float>)factors.ToArray(), [factors.Length, 1, 1, 1], device: images.device);
        return logits.sub_(gray).mul_(factor).Plus_(gray).sigmoid_().MoveToOuterDisposeScope();
    }
}
