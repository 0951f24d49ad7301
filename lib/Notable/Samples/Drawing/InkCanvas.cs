using Notable.Imaging;

namespace Notable.Samples.Drawing;

/// <summary>An RGB canvas for antialiased shapes: four scan lines per row of pixels, with exact horizontal coverage.</summary>
internal sealed class InkCanvas
{
    private const int LinesPerRow = 4;

    private readonly Ink[] pixels;
    private readonly float[] coverage;
    private readonly List<Interval> spans = [];

    public InkCanvas(int width, int height)
    {
        (Width, Height) = (width, height);
        pixels = new Ink[width * height];
        coverage = new float[width];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Fills a shape with one color.</summary>
    public void Fill(Shape shape, Ink ink, double opacity = 1)
    {
        var last = Math.Min(Height - 1, (int)shape.Extent.Bottom);
        for (var y = Math.Max(0, (int)shape.Extent.Top); y <= last; y++)
        {
            var (first, end) = Cover(shape, y);
            for (var x = first; x < end; x++)
                if (coverage[x] > 0)
                    pixels[y * Width + x] = pixels[y * Width + x].Towards(ink, Math.Min(1, coverage[x]) * opacity);
        }
    }

    /// <summary>Fills the canvas, with a color for each column.</summary>
    public void FillColumns(Func<int, Ink> ink)
    {
        var row = Enumerable.Range(0, Width).Select(ink).ToArray();
        for (var y = 0; y < Height; y++)
            row.CopyTo(pixels.AsSpan(y * Width));
    }

    /// <summary>Returns the drawing.</summary>
    public Picture ToPicture()
    {
        var bytes = new byte[pixels.Length * 3];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i].Store(bytes.AsSpan(i * 3, 3));
        return new(Width, Height, bytes);
    }

    /// <summary>Computes <see cref="coverage"/> of one row and returns the affected range.</summary>
    private (int First, int End) Cover(Shape shape, int y)
    {
        Array.Clear(coverage);
        var (first, end) = (Width, 0);
        for (var line = 0; line < LinesPerRow; line++)
        {
            spans.Clear();
            shape.AddSpans(y + (line + 0.5) / LinesPerRow, spans);
            if (spans.Count > 1)
                spans.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            var covered = 0.0;
            foreach (var span in spans)
            {
                // Counts overlapping spans once.
                var left = Math.Max(covered, span.Left);
                var right = Math.Min(Width, span.Right);
                if (left >= right)
                    continue;
                AddCoverage(left, right);
                covered = right;
                (first, end) = (Math.Min(first, (int)left), Math.Max(end, (int)Math.Ceiling(right)));
            }
        }
        return (first, end);
    }

    private void AddCoverage(double left, double right)
    {
        var (first, last) = ((int)left, (int)right);
        if (first == last)
        {
            coverage[first] += (float)(right - left) / LinesPerRow;
            return;
        }
        coverage[first] += (float)(first + 1 - left) / LinesPerRow;
        foreach (ref var whole in coverage.AsSpan(first + 1, last - first - 1))
            whole += 1f / LinesPerRow;
        if (last < Width)
            coverage[last] += (float)(right - last) / LinesPerRow;
    }
}
