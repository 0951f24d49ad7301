using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Training uses a random part of the picture, resized to a square; validation squishes the whole picture to a slightly larger square
/// and takes its center. fastai's rule (see <see cref="Draw"/>), with the same accuracy.
/// </summary>
public sealed class RandomResizedCrop : ResizeTransform
{
    private const int Tries = 10;
    private readonly double minScale, maxScale, minRatio, maxRatio;

    /// <summary>Creates a random crop, resized to <paramref name="size"/> squared.</summary>
    /// <param name="size">Side of the result in pixels.</param>
    /// <param name="minScale">Smallest fraction of the picture's area, 0 to 1; 0.5 keeps a note recognizable.</param>
    /// <param name="maxScale">Largest fraction of the picture's area, <paramref name="minScale"/> to 1.</param>
    /// <param name="minRatio">Smallest width divided by height of the part, before it is resized to a square.</param>
    /// <param name="maxRatio">Largest width divided by height of the part.</param>
    /// <param name="valXtra">How much larger validation squishes the whole picture before it takes the center: 0.14 is 256 for 224.</param>
    /// <param name="validSize">
    /// Side of the validation square in pixels; null for the training size. Objects appear larger in crops than in whole pictures; a larger
    /// square makes up for it (Touvron et al. 2019, "Fixing the train-test resolution discrepancy").
    /// </param>
    public RandomResizedCrop(int size, double minScale = 0.08, double maxScale = 1,
        double minRatio = 3.0 / 4, double maxRatio = 4.0 / 3, double valXtra = 0.14, int? validSize = null)
    {
        this.minScale = RandomDraws.Share(minScale, nameof(minScale));
        this.maxScale = RandomDraws.Share(maxScale, nameof(maxScale));
        if (minScale > maxScale)
            throw new ArgumentException($"minScale {minScale} is larger than maxScale {maxScale}", nameof(minScale));
        if (!(minRatio > 0 && minRatio <= maxRatio && double.IsFinite(maxRatio)))
            throw new ArgumentException($"the ratio range {minRatio} to {maxRatio} must be positive and ascending", nameof(minRatio));
        (this.minRatio, this.maxRatio) = (minRatio, maxRatio);
        var seen = validSize ?? size;
        var extra = (int)Math.Ceiling(seen * RandomDraws.Share(valXtra, nameof(valXtra)) / 8) * 8;
        (Size, Validation) = (new PictureResize(ResizeMethod.Squish, size, size).Size, new(ResizeMethod.Squish, seen + extra, seen));
    }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <inheritdoc/>
    public override PictureResize Validation { get; }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) =>
        picture.Resize(Size, Size, Draw(picture.Width, picture.Height, random));

    internal override ResizePlan? Plan(int width, int height, Random random) => new ResizePlan(Draw(width, height, random), Size, Size);

    /// <summary>
    /// Draws the part of a picture for one training view. Makes up to ten attempts with an area (uniform between the scales) and a ratio
    /// (log-uniform); the first that fits is placed at random. Otherwise returns the largest centered part whose ratio is in range.
    /// </summary>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <param name="random">Draws two numbers from [0, 1) per attempt, then left and top.</param>
    public CropBox Draw(int width, int height, Random random)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var area = random.Uniform(minScale, maxScale) * width * height;
            var ratio = Math.Exp(random.Uniform(Math.Log(minRatio), Math.Log(maxRatio)));
            var cropWidth = Math.Max(1, (int)Math.Round(Math.Sqrt(area * ratio), MidpointRounding.ToEven));
            var cropHeight = Math.Max(1, (int)Math.Round(Math.Sqrt(area / ratio), MidpointRounding.ToEven));
            if (cropWidth <= width && cropHeight <= height)
                return new(random.Next(0, width - cropWidth + 1), random.Next(0, height - cropHeight + 1), cropWidth, cropHeight);
        }
        return LargestCentered(width, height);
    }

    private CropBox LargestCentered(int width, int height)
    {
        var ratio = (double)width / height;
        var (cropWidth, cropHeight) = ratio < minRatio ? (width, (int)(width / minRatio))
            : ratio > maxRatio ? ((int)(height * maxRatio), height)
            : (width, height);
        return new((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight);
    }
}
