namespace Notable.Samples.Drawing;

/// <summary>Lines with a width, round ends and round joins.</summary>
internal sealed class Stroke : Shape
{
    private readonly List<Capsule> capsules = [];
    private double top = double.MaxValue, bottom = double.MinValue;

    /// <summary>Creates strokes along the lines.</summary>
    /// <param name="lines">Lines of at least two points each.</param>
    /// <param name="width">Width of the strokes, in pixels.</param>
    public Stroke(IEnumerable<IReadOnlyList<Point>> lines, double width)
    {
        foreach (var line in lines)
            for (var i = 1; i < line.Count; i++)
                Add(new(line[i - 1], line[i], width / 2));
    }

    public override (double Top, double Bottom) Extent => (top, bottom);

    public override void AddSpans(double y, List<Interval> spans)
    {
        foreach (var capsule in capsules)
            if (y > capsule.Top && y < capsule.Bottom)
                spans.Add(capsule.SpanAt(y));
    }

    private void Add(Capsule capsule)
    {
        capsules.Add(capsule);
        (top, bottom) = (Math.Min(top, capsule.Top), Math.Max(bottom, capsule.Bottom));
    }

    /// <summary>
    /// One straight segment: all points within a radius of it. It is convex, so a horizontal line intersects it in one interval.
    /// </summary>
    private readonly record struct Capsule(Point A, Point B, double Radius)
    {
        public double Top => Math.Min(A.Y, B.Y) - Radius;

        public double Bottom => Math.Max(A.Y, B.Y) + Radius;

        public Interval SpanAt(double y)
        {
            var (left, right) = (double.MaxValue, double.MinValue);
            AddDisc(A, y, ref left, ref right);
            AddDisc(B, y, ref left, ref right);
            var (dx, dy) = (B.X - A.X, B.Y - A.Y);
            var length = Math.Sqrt(dx * dx + dy * dy);
            if (length > 0)
            {
                var (nx, ny) = (-dy / length * Radius, dx / length * Radius);
                AddEdge(new(A.X + nx, A.Y + ny), new(B.X + nx, B.Y + ny), y, ref left, ref right);
                AddEdge(new(A.X - nx, A.Y - ny), new(B.X - nx, B.Y - ny), y, ref left, ref right);
            }
            return new(left, right);
        }

        private void AddDisc(Point center, double y, ref double left, ref double right)
        {
            var square = Radius * Radius - (y - center.Y) * (y - center.Y);
            if (square > 0)
                (left, right) = (Math.Min(left, center.X - Math.Sqrt(square)), Math.Max(right, center.X + Math.Sqrt(square)));
        }

        private static void AddEdge(Point from, Point to, double y, ref double left, ref double right)
        {
            if (from.Y == to.Y || (y - from.Y) * (y - to.Y) > 0)
                return;
            var x = from.X + (to.X - from.X) * ((y - from.Y) / (to.Y - from.Y));
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
        }
    }
}
