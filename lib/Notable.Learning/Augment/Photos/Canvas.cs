using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Pixels to draw on; drawing is clipped at the borders.</summary>
internal sealed class Canvas
{
    private readonly byte[] pixels;

    /// <summary>Creates a canvas that starts with a picture.</summary>
    public Canvas(Picture picture) => (Width, Height, pixels) = (picture.Width, picture.Height, picture.Pixels.ToArray());

    public int Width { get; }

    public int Height { get; }

    /// <summary>Three bytes per pixel, rows from the top.</summary>
    public Span<byte> Pixels => pixels;

    /// <summary>Returns the pixels as a picture, without a copy; do not draw afterward.</summary>
    public Picture ToPicture() => new(Width, Height, pixels);

    public void Rectangle(int left, int top, int width, int height, Color color) =>
        Rows(top, height, _ => (left, left + width), color);

    public void Ellipse(int left, int top, int width, int height, Color color) => Rows(top, height, row =>
    {
        var y = (row - top + 0.5) * 2 / height - 1;
        var half = Math.Sqrt(1 - y * y) * width / 2;
        return ((int)(left + width / 2.0 - half), (int)(left + width / 2.0 + half));
    }, color);

    private void Rows(int top, int height, Func<int, (int From, int To)> extent, Color color)
    {
        for (var row = Math.Max(0, top); row < Math.Min(Height, top + height); row++)
        {
            var (from, to) = extent(row);
            for (var column = Math.Max(0, from); column < Math.Min(Width, to); column++)
                color.CopyTo(pixels.AsSpan(3 * (row * Width + column)));
        }
    }
}
