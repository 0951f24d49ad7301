using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Trains on pictures with a rectangle pasted in from another picture, both labels weighted by area (Yun et al. 2019). One rectangle
/// per batch, as in fastai.
/// </summary>
/// <param name="alpha">The fraction that stays is drawn from Beta(alpha, alpha); positive.</param>
public sealed class CutMix(double alpha = 1) : Callback
{
    private readonly double alpha = MixUp.Positive(alpha);

    /// <inheritdoc/>
    public override void BeforeBatch(FitRun fit)
    {
        var batch = fit.Batch!;
        var (count, height, width) = ((int)batch.Labels.shape[0], batch.Images.shape[2], batch.Images.shape[3]);
        var (left, top, right, bottom) = Mixing.Rectangle(width, height, fit.Random.NextBeta(alpha), fit.Random);
        using var gradients = no_grad();
        var order = Mixing.Order(count, fit.Random, batch.Labels.device);
        var share = 1 - (float)((right - left) * (bottom - top)) / (width * height);
        var images = batch.Images.clone();
        if (right > left && bottom > top)
            images.narrow(2, top, bottom - top).narrow(3, left, right - left)
                .copy_(batch.Images.index_select(0, order).narrow(2, top, bottom - top).narrow(3, left, right - left));
        float[] shares = [.. Enumerable.Repeat(share, count)];
        batch.Mixed = new(batch.Labels.index_select(0, order), tensor((IList<float>)shares, [count], device: images.device));
        batch.Images = images;
    }
}
