using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>Several lighting augmentations combined into one pass over the batch, in logit space.</summary>
/// <param name="draws">In the order in which they are applied.</param>
public sealed class LightingTransform(params IReadOnlyList<ILightingDraw> draws) : BatchTransform
{
    private const double LogitMargin = 1e-7;

    /// <inheritdoc/>
    public override int Order => 40;

    /// <inheritdoc/>
    public override torch.Tensor Apply(torch.Tensor images, Random random) => Apply(images, Draw((int)images.shape[0], random));

    /// <summary>Draws the changes of <paramref name="count"/> pictures.</summary>
    internal Lighting[] Draw(int count, Random random)
    {
        var changes = new Lighting[count];
        for (var i = 0; i < count; i++)
            changes[i] = draws.Aggregate(Lighting.Neutral, (change, draw) => change.Then(draw.Draw(random)));
        return changes;
    }

    /// <summary>Applies the given change to each picture.</summary>
    /// <param name="images">[N, 3, H, W] float32 in 0 to 1; clamped to 1e-7 and 1 - 1e-7 first, so that the logit is finite.</param>
    /// <param name="changes">N changes.</param>
    public static torch.Tensor Apply(torch.Tensor images, ReadOnlySpan<Lighting> changes)
    {
        var (scale, shift) = (new float[changes.Length], new float[changes.Length]);
        for (var i = 0; i < changes.Length; i++)
            (scale[i], shift[i]) = ((float)changes[i].Scale, (float)changes[i].Shift);
        using var scales = torch.tensor((IList<float>)scale, [scale.Length, 1, 1, 1], device: images.device);
        using var shifts = torch.tensor((IList<float>)shift, [shift.Length, 1, 1, 1], device: images.device);
        return torch.logit(images, LogitMargin).mul_(scales).Plus_(shifts).sigmoid_();
    }
}
