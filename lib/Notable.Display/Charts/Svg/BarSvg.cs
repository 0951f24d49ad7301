using System.Globalization;

namespace Notable.Display.Figures;

/// <summary>Draws bars; the bars of several series are side by side.</summary>
internal static class BarSvg
{
    private const double Filled = 0.72;

    public static void Draw(SvgCanvas canvas, FigureLayout layout, IReadOnlyList<BarTrace> traces)
    {
        string[] categories = [.. traces.SelectMany(trace => trace.Labels).Distinct()];
        var (low, high) = SvgChart.Range(traces.SelectMany(trace => trace.Values));
        (low, high) = (Math.Min(0, low * 1.04), Math.Max(0, high * 1.04));
        var isWhole = traces.SelectMany(trace => trace.Values).All(double.IsInteger);
        LinearScale YScale(double start, double end) => new(low, high, start, end, layout.Height / 50, isWhole);
        var frame = ChartFrame.Around(layout, traces, ChartFrame.LabelWidth(YScale(1, 0)), right: 20);
        var plotArea = frame.PlotArea;
        var y = YScale(plotArea.Bottom, plotArea.Top);

        frame.Titles(canvas);
        frame.YAxis(canvas, y);
        if (categories.Length == 0)
            return;
        frame.Categories(canvas, categories);
        var column = plotArea.Width / categories.Length;
        var width = column * Filled / traces.Count;
        for (var series = 0; series < traces.Count; series++)
            foreach (var (label, value) in traces[series].Labels.Zip(traces[series].Values).Where(bar => double.IsFinite(bar.Second)))
            {
                var left = plotArea.Left + column * (Array.IndexOf(categories, label) + (1 - Filled) / 2) + width * series;
                var (top, bottom) = (y.Pixel(Math.Max(value, 0)), y.Pixel(Math.Min(value, 0)));
                var tip = string.Create(CultureInfo.InvariantCulture, $"{label}: {value:G6}");
                canvas.Rectangle(left, top, Math.Max(width - 1, 1), bottom - top, Palette.Series(series), tip);
            }
        canvas.Line(plotArea.Left, y.Pixel(0), plotArea.Right, y.Pixel(0), Palette.Ink);
    }
}
