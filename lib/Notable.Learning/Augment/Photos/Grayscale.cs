using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Removes the colors, with the luma weights of ITU-R BT.601, as Pillow's convert("L").</summary>
/// <param name="p">Fraction of the pictures that become gray.</param>
public sealed class Grayscale(double p = 0.15) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) => random.Chance(p) ? Of(picture) : picture;

    /// <summary>Returns the picture in grayscale.</summary>
    public static Picture Of(Picture picture)
    {
        var source = picture.Pixels;
        var gray = new byte[source.Length];
        for (var i = 0; i < gray.Length; i += 3)
            gray.AsSpan(i, 3).Fill((byte)((19595 * source[i] + 38470 * source[i + 1] + 7471 * source[i + 2] + 32768) >> 16));
        return new(picture.Width, picture.Height, gray);
    }
}
