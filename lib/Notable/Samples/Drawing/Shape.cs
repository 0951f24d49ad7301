namespace Notable.Samples.Drawing;

/// <summary>A plane area, defined by its intersection with any horizontal line. Units are pixels, with y pointing down.</summary>
internal abstract class Shape
{
    /// <summary>The smallest and the largest y of the area.</summary>
    public abstract (double Top, double Bottom) Extent { get; }

    /// <summary>Adds the intervals of the line at <paramref name="y"/> that are inside; they may overlap.</summary>
    public abstract void AddSpans(double y, List<Interval> spans);
}

/// <summary>An interval on a horizontal line.</summary>
internal readonly record struct Interval(double Left, double Right);

/// <summary>An ellipse with horizontal and vertical axes.</summary>
internal sealed class Ellipse(double x, double y, double radiusX, double radiusY) : Shape
{
    public override (double Top, double Bottom) Extent => (y - radiusY, y + radiusY);

    public override void AddSpans(double at, List<Interval> spans)
    {
        var rise = (at - y) / radiusY;
        if (rise * rise >= 1)
            return;
        var half = radiusX * Math.Sqrt(1 - rise * rise);
        spans.Add(new(x - half, x + half));
    }
}

/// <summary>A rectangle with horizontal and vertical sides.</summary>
internal sealed class Rectangle(double left, double top, double right, double bottom) : Shape
{
    public override (double Top, double Bottom) Extent => (top, bottom);

    public override void AddSpans(double y, List<Interval> spans)
    {
        if (y >= top && y < bottom)
            spans.Add(new(left, right));
    }
}

/// <summary>The intersection of two shapes.</summary>
internal sealed class Overlap(Shape one, Shape other) : Shape
{
    private readonly List<Interval> ones = [], others = [];

    public override (double Top, double Bottom) Extent =>
        (Math.Max(one.Extent.Top, other.Extent.Top), Math.Min(one.Extent.Bottom, other.Extent.Bottom));

    public override void AddSpans(double y, List<Interval> spans)
    {
        ones.Clear();
        others.Clear();
        one.AddSpans(y, ones);
        other.AddSpans(y, others);
        foreach (var a in ones)
            foreach (var b in others)
                if (Math.Max(a.Left, b.Left) is var left && Math.Min(a.Right, b.Right) is var right && left < right)
                    spans.Add(new(left, right));
    }
}
