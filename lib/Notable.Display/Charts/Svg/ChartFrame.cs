namespace Notable.Display.Figures;

/// <summary>The parts around the data: titles, axes, legend.</summary>
/// <param name="Layout">Titles and size.</param>
/// <param name="PlotArea">The rectangle left for the data.</param>
/// <param name="Legend">The names above the data.</param>
internal sealed record ChartFrame(FigureLayout Layout, PlotArea PlotArea, Legend Legend)
{
    private const double TitleSize = 15;
    private const double TickGap = 6;

    /// <summary>Creates a frame with space for labels of the given width on the left, and for other elements on the right.</summary>
    public static ChartFrame Around(FigureLayout layout, IReadOnlyList<Trace> traces, double labelWidth, double right)
    {
        var left = Math.Min(12 + (layout.YTitle is null ? 0 : 20) + labelWidth + TickGap, layout.Width * 0.5);
        var end = Math.Max(layout.Width - right, layout.Width * 0.6);
        var legend = new Legend(traces, left, end);
        var top = 12 + (layout.Title is null ? 0 : 24) + legend.Height;
        var bottom = layout.Height - 28 - (layout.XTitle is null ? 0 : 22);
        return new ChartFrame(layout, new PlotArea(left, top, end, Math.Max(bottom, top + 20)), legend);
    }

    /// <summary>Returns the width of an axis's widest label in pixels.</summary>
    public static double LabelWidth(LinearScale scale) =>
        scale.Ticks.Select(tick => SvgText.Width(scale.Label(tick), SvgCanvas.FontSize)).DefaultIfEmpty(0).Max();

    public void Titles(SvgCanvas canvas)
    {
        if (Layout.Title is { } title)
            canvas.Text(Layout.Width / 2.0, 20, SvgText.Fit(title, Layout.Width - 20, TitleSize), "middle", size: TitleSize, bold: true);
        if (Layout.XTitle is { } x)
            canvas.Text((PlotArea.Left + PlotArea.Right) / 2, Layout.Height - 14, SvgText.Fit(x, PlotArea.Width, SvgCanvas.FontSize), "middle");
        if (Layout.YTitle is { } y)
            canvas.Text(16, (PlotArea.Top + PlotArea.Bottom) / 2, SvgText.Fit(y, PlotArea.Height, SvgCanvas.FontSize), "middle", turn: -90);
        Legend.Draw(canvas, PlotArea);
    }

    public void YAxis(SvgCanvas canvas, LinearScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = scale.Pixel(tick);
            canvas.Line(PlotArea.Left, y, PlotArea.Right, y, Palette.Grid);
            canvas.Text(PlotArea.Left - TickGap, y, scale.Label(tick), "end");
        }
    }

    public void XAxis(SvgCanvas canvas, LinearScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Pixel(tick);
            canvas.Line(x, PlotArea.Top, x, PlotArea.Bottom, Palette.Grid);
            canvas.Text(x, PlotArea.Bottom + 14, scale.Label(tick), "middle");
        }
        canvas.Line(PlotArea.Left, PlotArea.Bottom, PlotArea.Right, PlotArea.Bottom, Palette.Ink);
    }

    /// <summary>Draws labels under columns of equal width. If they would touch, only every second, third, ... is drawn.</summary>
    public void Categories(SvgCanvas canvas, IReadOnlyList<string> labels)
    {
        var column = PlotArea.Width / labels.Count;
        var widest = Math.Min(labels.Max(label => SvgText.Width(label, SvgCanvas.FontSize)), 90);
        var every = Math.Max(1, (int)Math.Ceiling((widest + 6) / column));
        for (var i = 0; i < labels.Count; i += every)
            canvas.Text(
                PlotArea.Left + column * (i + 0.5), PlotArea.Bottom + 14,
                SvgText.Fit(labels[i], column * every - 4, SvgCanvas.FontSize), "middle");
    }
}
