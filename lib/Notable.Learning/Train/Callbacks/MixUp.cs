using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Trains on blends of two pictures, with both labels weighted accordingly (Zhang et al. 2017): makes predictions less confident, and
/// often better. fastai's rule: the weight is drawn from Beta(alpha, alpha), and the larger of it and its complement is used.
/// </summary>
/// <param name="alpha">How strongly pictures are mixed: 0.4 is mild; positive.</param>
public sealed class MixUp(double alpha = 0.4) : Callback
{
    private readonly double alpha = Positive(alpha);

    /// <inheritdoc/>
    public override void BeforeBatch(FitRun fit)
    {
        var batch = fit.Batch!;
        var count = (int)batch.Labels.shape[0];
        float[] shares = [.. Enumerable.Range(0, count).Select(_ => fit.Random.NextBeta(alpha)).Select(share => (float)Math.Max(share, 1 - share))];
        using var gradients = no_grad();
        var order = Mixing.Order(count, fit.Random, batch.Labels.device);
        var others = batch.Images.index_select(0, order);
        var weights = tensor((IList<float>)shares, [count, 1, 1, 1], device: batch.Images.device);
        batch.Mixed = new(batch.Labels.index_select(0, order), weights.view(count));
        batch.Images = batch.Images.sub(others).mul_(weights).Plus_(others);
    }

    internal static double Positive(double alpha) =>
        alpha > 0 ? alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "alpha must be positive");
}
