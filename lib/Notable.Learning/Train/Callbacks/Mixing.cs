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

/// <summary>Functions shared by the mixing callbacks.</summary>
internal static class Mixing
{
    /// <summary>Returns [count] int64: for each picture, the index of the one it is mixed with.</summary>
    public static Tensor Order(int count, Random random, Device device)
    {
        long[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return tensor(order, device: device);
    }

    /// <summary>
    /// Returns a rectangle around a random center that covers 1 - <paramref name="share"/> of the picture's area, clipped to its borders.
    /// </summary>
    public static (long Left, long Top, long Right, long Bottom) Rectangle(long width, long height, double share, Random random)
    {
        var side = Math.Sqrt(1 - share);
        var (w, h) = ((long)Math.Round(width * side), (long)Math.Round(height * side));
        var (x, y) = (random.NextInt64(width), random.NextInt64(height));
        return (Math.Max(x - w / 2, 0), Math.Max(y - h / 2, 0), Math.Min(x + w / 2, width), Math.Min(y + h / 2, height));
    }

    /// <summary>Draws from Beta(a, a), as a ratio of two gamma draws (Marsaglia and Tsang 2000).</summary>
    public static double NextBeta(this Random random, double a)
    {
        var (x, y) = (random.NextGamma(a), random.NextGamma(a));
        return x + y > 0 ? x / (x + y) : 0.5;
    }

    private static double NextGamma(this Random random, double a)
    {
        if (a < 1)
            return random.NextGamma(a + 1) * Math.Pow(random.NextDouble(), 1 / a);
        var d = a - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }
}
