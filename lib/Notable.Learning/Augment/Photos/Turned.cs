using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Rotates the picture by 90, 180 or 270 degrees, as when a phone is held differently.</summary>
/// <param name="p">Fraction of the pictures that are rotated.</param>
public sealed class Turned(double p = 0.5) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) => random.Chance(p) ? By(picture, random.Next(1, 4)) : picture;

    /// <summary>Rotates the picture clockwise.</summary>
    /// <param name="picture">A picture of any size; a quarter turn swaps width and height.</param>
    /// <param name="quarters">Number of quarter turns, 1 to 3.</param>
    public static Picture By(Picture picture, int quarters)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (newWidth, newHeight) = quarters == 2 ? (width, height) : (height, width);
        var source = picture.Pixels;
        var turned = new byte[source.Length];
        for (var row = 0; row < newHeight; row++)
            for (var column = 0; column < newWidth; column++)
            {
                var (fromColumn, fromRow) = quarters switch
                {
                    1 => (row, height - 1 - column),
                    2 => (width - 1 - column, height - 1 - row),
                    _ => (width - 1 - row, column),
                };
                source.Slice(3 * (fromRow * width + fromColumn), 3).CopyTo(turned.AsSpan(3 * (row * newWidth + column)));
            }
        return new(newWidth, newHeight, turned);
    }
}
