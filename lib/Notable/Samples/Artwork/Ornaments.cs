using Notable.Samples.Drawing;

namespace Notable.Samples.Artwork;

/// <summary>Creates repeating line work: waves, frames, rosettes.</summary>
internal static class Ornaments
{
    private const int PiecesPerHalfWave = 6;

    /// <summary>Creates a wavy line of alternating parabolic arcs.</summary>
    public static Stroke Wave(double left, double right, double y, double halfWave, double swing, double width)
    {
        List<Point> line = [];
        var steps = (int)((right - left) / halfWave * PiecesPerHalfWave);
        for (var i = 0; i <= steps; i++)
        {
            var phase = (double)(i % PiecesPerHalfWave) / PiecesPerHalfWave;
            var sign = i / PiecesPerHalfWave % 2 == 0 ? 1 : -1;
            line.Add(new(left + (right - left) * i / steps, y + sign * swing * 4 * phase * (1 - phase)));
        }
        return new([line], width);
    }

    /// <summary>Creates the outline of a rectangle.</summary>
    public static Stroke Frame(double left, double top, double right, double bottom, double width) =>
        new([[new(left, top), new(right, top), new(right, bottom), new(left, bottom), new(left, top)]], width);

    /// <summary>Creates twelve overlapping rings with their centers on a circle.</summary>
    public static IEnumerable<Shape> Rosette(double x, double y, double ringRadius, double spread)
    {
        foreach (var (dx, dy) in Clock)
            yield return Ring(x + dx * spread, y + dy * spread, ringRadius, 2);
    }

    private static Stroke Ring(double x, double y, double radius, double width)
    {
        List<Point> circle = [];
        for (var turn = 0; turn < 12; turn++)
        {
            var (from, to) = (Clock[turn], Clock[(turn + 1) % 12]);
            circle.Add(new(x + from.X * radius, y + from.Y * radius));
            // The midpoint of two hours, moved outward to the circle.
            var (mx, my) = (from.X + to.X, from.Y + to.Y);
            var length = Math.Sqrt(mx * mx + my * my);
            circle.Add(new(x + mx / length * radius, y + my / length * radius));
        }
        circle.Add(circle[0]);
        return new([circle], width);
    }

    /// <summary>The hours of a clock as unit vectors, computed with square roots only: sines differ between machines in the last bit.</summary>
    private static readonly Point[] Clock = MakeClock();

    private static Point[] MakeClock()
    {
        var (half, root) = (0.5, Math.Sqrt(3) / 2);
        return
        [
            new(0, -1), new(half, -root), new(root, -half), new(1, 0), new(root, half), new(half, root),
            new(0, 1), new(-half, root), new(-root, half), new(-1, 0), new(-root, -half), new(-half, -root),
        ];
    }
}
