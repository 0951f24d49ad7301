using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Adds the artifacts of a small JPEG, as messengers and web pages produce.</summary>
public sealed class Compressed : ItemTransform
{
    private readonly int minQuality, maxQuality;
    private readonly double p;

    /// <summary>Creates a random compression.</summary>
    /// <param name="minQuality">Lowest quality, 1 to 100.</param>
    /// <param name="maxQuality">Highest quality, <paramref name="minQuality"/> to 100.</param>
    /// <param name="p">Fraction of the pictures that are compressed.</param>
    public Compressed(int minQuality = 15, int maxQuality = 60, double p = 0.2)
    {
        if (!(minQuality >= 1 && minQuality <= maxQuality && maxQuality <= 100))
            throw new ArgumentException($"the quality range {minQuality} to {maxQuality} must ascend within 1 to 100", nameof(minQuality));
        (this.minQuality, this.maxQuality, this.p) = (minQuality, maxQuality, RandomDraws.Share(p, nameof(p)));
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) =>
        random.Chance(p) ? Picture.Decode(picture.ToJpeg(random.Next(minQuality, maxQuality + 1))) : picture;
}
