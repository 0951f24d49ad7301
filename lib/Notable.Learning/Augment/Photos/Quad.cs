using Notable.Imaging;

namespace Notable.Learning;

/// <summary>A position on a canvas.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>
/// The four corners between which a picture is drawn, as in a photo taken at a slant: the picture's upper left corner first, then clockwise.
/// </summary>
internal readonly record struct Quad(Spot A, Spot B, Spot C, Spot D)
{
    /// <summary>
    /// Returns the map from canvas to picture, where the picture's coordinates run from 0 to 1: the inverse of Heckbert's map of a square to a
    /// quadrilateral (Fundamentals of Texture Mapping, 1989), by the adjugate.
    /// </summary>
    public Homography ToPicture()
    {
        var (sx, sy) = (A.X - B.X + C.X - D.X, A.Y - B.Y + C.Y - D.Y);
        var (dx1, dx2, dy1, dy2) = (B.X - C.X, D.X - C.X, B.Y - C.Y, D.Y - C.Y);
        var whole = dx1 * dy2 - dx2 * dy1;
        var (g, h) = ((sx * dy2 - dx2 * sy) / whole, (dx1 * sy - sx * dy1) / whole);
        var (a, b, c) = (B.X - A.X + g * B.X, D.X - A.X + h * D.X, A.X);
        var (d, e, f) = (B.Y - A.Y + g * B.Y, D.Y - A.Y + h * D.Y, A.Y);
        return new(
            e - f * h, c * h - b, b * f - c * e,
            f * g - d, a - c * g, c * d - a * f,
            d * h - e * g, b * g - a * h, a * e - b * d);
    }

    /// <summary>Draws a picture between the corners, bilinearly; first resize it to about its final size.</summary>
    public void Draw(Picture picture, Canvas canvas)
    {
        var map = ToPicture();
        var (left, right) = (Least(spot => spot.X, canvas.Width), Most(spot => spot.X, canvas.Width));
        for (var row = Least(spot => spot.Y, canvas.Height); row < Most(spot => spot.Y, canvas.Height); row++)
            for (var column = left; column < right; column++)
            {
                var (x, y) = (column + 0.5, row + 0.5);
                var depth = map.M20 * x + map.M21 * y + map.M22;
                var (u, v) = ((map.M00 * x + map.M01 * y + map.M02) / depth, (map.M10 * x + map.M11 * y + map.M12) / depth);
                if (u is >= 0 and <= 1 && v is >= 0 and <= 1)
                    Blend(picture, u * picture.Width - 0.5, v * picture.Height - 0.5, canvas.Pixels.Slice(3 * (row * canvas.Width + column), 3));
            }
    }

    private static void Blend(Picture picture, double x, double y, Span<byte> pixel)
    {
        var (left, top) = (Math.Clamp((int)x, 0, picture.Width - 1), Math.Clamp((int)y, 0, picture.Height - 1));
        var (right, bottom) = (Math.Min(left + 1, picture.Width - 1), Math.Min(top + 1, picture.Height - 1));
        var (alongX, alongY) = (Math.Clamp(x - left, 0, 1), Math.Clamp(y - top, 0, 1));
        var pixels = picture.Pixels;
        var upper = pixels.Slice(3 * top * picture.Width, 3 * picture.Width);
        var lower = pixels.Slice(3 * bottom * picture.Width, 3 * picture.Width);
        for (var color = 0; color < 3; color++)
        {
            var (l, r) = (3 * left + color, 3 * right + color);
            var above = upper[l] + (upper[r] - upper[l]) * alongX;
            var below = lower[l] + (lower[r] - lower[l]) * alongX;
            pixel[color] = (byte)(above + (below - above) * alongY + 0.5);
        }
    }

    private int Least(Func<Spot, double> part, int side) =>
        (int)Math.Clamp(Math.Min(Math.Min(part(A), part(B)), Math.Min(part(C), part(D))), 0, side);

    private int Most(Func<Spot, double> part, int side) =>
        (int)Math.Clamp(Math.Ceiling(Math.Max(Math.Max(part(A), part(B)), Math.Max(part(C), part(D)))), 0, side);
}
