using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Removes fine detail, as defocus, distance or enlargement do: the picture is shrunk, then enlarged to its size.</summary>
public sealed class Blurred : ItemTransform
{
    private readonly double maxFactor, p;

    /// <summary>Creates a random blur.</summary>
    /// <param name="maxFactor">Largest factor by which the picture is shrunk, at least 1.</param>
    /// <param name="p">Fraction of the pictures that are blurred.</param>
    public Blurred(double maxFactor = 3, double p = 0.25)
    {
        this.maxFactor = maxFactor >= 1
            ? maxFactor
            : throw new ArgumentOutOfRangeException(nameof(maxFactor), maxFactor, "maxFactor must be at least 1: 3 leaves a third of the pixels per row");
        this.p = RandomDraws.Share(p, nameof(p));
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) =>
        random.Chance(p) ? By(picture, random.Uniform(1, maxFactor)) : picture;

    /// <summary>Shrinks the picture by a factor and enlarges it to its size.</summary>
    public static Picture By(Picture picture, double factor) => picture
        .Resize(Math.Max(1, (int)(picture.Width / factor)), Math.Max(1, (int)(picture.Height / factor)))
        .Resize(picture.Width, picture.Height);
}
