namespace Notable.Display.Figures;

/// <summary>Draws a figure as an SVG document.</summary>
internal static class SvgChart
{
    // Differences of numbers near double.MaxValue overflow.
    private const double Largest = 1e300;

    public static string Draw(IReadOnlyList<Trace> traces, FigureLayout layout, string description)
    {
        var canvas = new SvgCanvas();
        if (traces is [HeatmapTrace heatmap])
            HeatmapSvg.Draw(canvas, layout, heatmap);
        else if (traces is [BarTrace, ..])
            BarSvg.Draw(canvas, layout, [.. traces.Cast<BarTrace>()]);
        else
            PointSvg.Draw(canvas, layout, [.. traces.Cast<PointTrace>()]);
        return canvas.Document(layout.Width, layout.Height, description);
    }

    /// <summary>Returns the range of the finite values, limited to what can be drawn; 0 to 1 if there are none.</summary>
    public static (double Low, double High) Range(IEnumerable<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return low <= high ? (Math.Max(low, -Largest), Math.Min(high, Largest)) : (0, 1);
    }
}
