using System.Globalization;
using System.Text;

namespace Notable.Display.Figures;

/// <summary>Draws lines and dots.</summary>
internal static class PointSvg
{
    private const double Margin = 0.04;

    public static void Draw(SvgCanvas canvas, FigureLayout layout, IReadOnlyList<PointTrace> traces)
    {
        if (layout.IsXLogarithmic)
            traces = [.. traces.Select(Logarithmic)];
        var (lowY, highY) = Padded(SvgChart.Range(traces.SelectMany(trace => trace.Y)));
        var (lowX, highX) = SvgChart.Range(traces.SelectMany(trace => trace.X));
        if (traces.Any(trace => trace.Mode == PointMode.Markers))
            (lowX, highX) = Padded((lowX, highX));
        var wholeX = layout.IsXLogarithmic || traces.SelectMany(trace => trace.X).All(double.IsInteger);
        LinearScale YScale(double start, double end) => new(lowY, highY, start, end, layout.Height / 50);
        var frame = ChartFrame.Around(layout, traces, ChartFrame.LabelWidth(YScale(1, 0)), right: 20);
        var x = new LinearScale(lowX, highX, frame.PlotArea.Left, frame.PlotArea.Right, layout.Width / 80, wholeX, layout.IsXLogarithmic ? Power : null);
        var y = YScale(frame.PlotArea.Bottom, frame.PlotArea.Top);

        frame.Titles(canvas);
        frame.YAxis(canvas, y);
        frame.XAxis(canvas, x);
        for (var i = 0; i < traces.Count; i++)
            if (traces[i].Mode == PointMode.Lines)
                Line(canvas, traces[i], x, y, Palette.Series(i));
            else
                Dots(canvas, traces[i], x, y, Palette.Series(i));
    }

    private static void Dots(SvgCanvas canvas, PointTrace trace, LinearScale x, LinearScale y, string color)
    {
        foreach (var (px, py) in trace.X.Zip(trace.Y).Where(IsFinite))
            canvas.Dot(x.Pixel(px), y.Pixel(py), 3.5, color);
    }

    private static void Line(SvgCanvas canvas, PointTrace trace, LinearScale x, LinearScale y, string color)
    {
        var path = new StringBuilder();
        var run = 0;
        for (var i = 0; i < trace.X.Count; i++)
        {
            var point = (trace.X[i], trace.Y[i]);
            if (!IsFinite(point))
            {
                run = 0;
                continue;
            }
            var (px, py) = (x.Pixel(point.Item1), y.Pixel(point.Item2));
            path.Append(run++ == 0 ? 'M' : 'L').Append(SvgText.Number(px)).Append(' ').Append(SvgText.Number(py));
            // A point between two gaps has no line, so it is drawn as a dot.
            if (run == 1 && (i + 1 == trace.X.Count || !IsFinite((trace.X[i + 1], trace.Y[i + 1]))))
                canvas.Dot(px, py, 3, color);
        }
        if (path.Length > 0)
            canvas.Path(path.ToString(), color);
    }

    // The logarithm of a value that is not positive is not finite, which leaves a gap.
    private static PointTrace Logarithmic(PointTrace trace) => new([.. trace.X.Select(Math.Log10)], trace.Y, trace.Mode) { Name = trace.Name };

    private static string Power(double exponent) => exponent is >= -2 and <= 3
        ? Math.Pow(10, exponent).ToString("0.##", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"1e{exponent:0}");

    private static bool IsFinite((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y);

    private static (double Low, double High) Padded((double Low, double High) range)
    {
        var pad = (range.High - range.Low) * Margin;
        return (range.Low - pad, range.High + pad);
    }
}
