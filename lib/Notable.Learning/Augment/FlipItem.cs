using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Mirrors a picture left to right before it joins a batch; for a whole batch at once see <see cref="Flip"/>.</summary>
/// <param name="p">Fraction of the pictures that are mirrored.</param>
public sealed class FlipItem(double p = 0.5) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) => random.Chance(p) ? Mirrored(picture) : picture;

    private static Picture Mirrored(Picture picture)
    {
        const int Colors = 3;
        var source = picture.Pixels;
        var row = picture.Width * Colors;
        var pixels = new byte[source.Length];
        for (var start = 0; start < pixels.Length; start += row)
            for (var x = 0; x < row; x += Colors)
                source.Slice(start + row - Colors - x, Colors).CopyTo(pixels.AsSpan(start + x));
        return new(picture.Width, picture.Height, pixels);
    }
}
