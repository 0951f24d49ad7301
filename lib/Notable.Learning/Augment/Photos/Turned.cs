using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Turns the picture by a quarter, a half or three quarters, as a phone held otherwise does.</summary>
/// <param name="p">Share of the pictures that are turned.</param>
public sealed class Turned(double p = 0.5) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) => random.Chance(p) ? By(picture, random.Next(1, 4)) : picture;

    /// <summary>The picture turned clockwise.</summary>
    /// <param name="picture">Any size; a quarter turn exchanges width and height.</param>
    /// <param name="quarters">How many quarter turns, 1 to 3.</param>
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
