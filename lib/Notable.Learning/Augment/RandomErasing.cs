using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Replaces a rectangle of some pictures by noise (Zhong et al. 2017). As in fastai, the noise has mean 0 and deviation 1 after ImageNet's
/// normalization. Every picture has its own draws.
/// </summary>
/// <param name="p">Fraction of the pictures with a rectangle.</param>
/// <param name="minArea">Smallest fraction of the picture's area, 0 to 1.</param>
/// <param name="maxArea">Largest fraction of the picture's area, 0 to 1.</param>
/// <param name="minAspect">Smallest ratio of width to height; the largest is its inverse.</param>
public sealed class RandomErasing(double p = 0.5, double minArea = 0, double maxArea = 0.3, double minAspect = 0.3) : BatchTransform
{
    private const double Mean = 0.449, Spread = 0.226;
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly (double Low, double High) area = RandomDraws.Share(minArea, nameof(minArea)) <= RandomDraws.Share(maxArea, nameof(maxArea))
        ? (minArea, maxArea)
        : throw new ArgumentException($"minArea {minArea} is larger than maxArea {maxArea}", nameof(minArea));
    private readonly double aspect = minAspect is > 0 and <= 1
        ? Math.Log(1 / minAspect)
        : throw new ArgumentOutOfRangeException(nameof(minAspect), minAspect, "the smallest aspect must be above 0 and at most 1");

    /// <inheritdoc/>
    public override int Order => 50;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor images, Random random)
    {
        for (var i = 0; i < images.shape[0]; i++)
        {
            var (isErased, box) = Draw(images.shape[2], images.shape[3], random);
            if (!isErased)
                continue;
            using var scope = NewDisposeScope();
            var part = images[i].narrow(1, box.Top, box.Height).narrow(2, box.Left, box.Width);
            part.copy_(Noise(part.shape, random).to(images.device));
        }
        return images;
    }

    /// <summary>Draws whether a picture of this shape gets a rectangle, and where.</summary>
    internal (bool IsErased, Imaging.CropBox Box) Draw(long height, long width, Random random)
    {
        var isErased = random.Chance(p);
        var pixels = random.Uniform(area.Low, area.High) * height * width;
        var ratio = Math.Exp(random.Uniform(-aspect, aspect));
        var (w, h) = ((int)Math.Clamp(Math.Round(Math.Sqrt(pixels * ratio)), 1, width), (int)Math.Clamp(Math.Round(Math.Sqrt(pixels / ratio)), 1, height));
        return (isErased, new(random.Next(0, (int)width - w + 1), random.Next(0, (int)height - h + 1), w, h));
    }

    // Drawn with the batch's generator: libtorch's differs between devices.
    private static Tensor Noise(long[] shape, Random random)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            values[i] = (float)Math.Clamp(Mean + Spread * normal, 0, 1);
        }
        return tensor((IList<float>)values, shape);
    }
}
