using System.Globalization;

namespace Notable.Samples.Drawing;

/// <summary>A point in pixels, with y pointing down.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>
/// Lines in a notation like an SVG path: <c>M x y</c> starts a line, <c>L x y</c> adds a straight segment, <c>Q cx cy x y</c> a quadratic
/// curve. Curves are approximated by short straight segments.
/// </summary>
/// <param name="Lines">The lines.</param>
internal sealed record Outline(IReadOnlyList<IReadOnlyList<Point>> Lines)
{
    private const int PiecesPerCurve = 7;

    /// <summary>Parses a path; numbers and letters are separated by single spaces.</summary>
    public static Outline Parse(string path)
    {
        List<List<Point>> lines = [];
        var words = path.Split(' ');
        for (var i = 0; i < words.Length;)
        {
            Point At(int word) => new(Number(words[word]), Number(words[word + 1]));
            switch (words[i])
            {
                case "M":
                    lines.Add([At(i + 1)]);
                    i += 3;
                    break;
                case "L":
                    lines[^1].Add(At(i + 1));
                    i += 3;
                    break;
                case "Q":
                    Curve(lines[^1], At(i + 1), At(i + 3));
                    i += 5;
                    break;
                default:
                    throw new FormatException($"\"{words[i]}\" is not a path command: {path}");
            }
        }
        return new(lines);
    }

    /// <summary>Returns the outline scaled, then translated.</summary>
    public Outline Placed(double x, double y, double scaleX, double scaleY) =>
        new([.. Lines.Select(line => line.Select(point => new Point(x + point.X * scaleX, y + point.Y * scaleY)).ToArray())]);

    private static void Curve(List<Point> line, Point control, Point end)
    {
        var start = line[^1];
        for (var i = 1; i <= PiecesPerCurve; i++)
        {
            var t = (double)i / PiecesPerCurve;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            line.Add(new(a * start.X + b * control.X + c * end.X, a * start.Y + b * control.Y + c * end.Y));
        }
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
