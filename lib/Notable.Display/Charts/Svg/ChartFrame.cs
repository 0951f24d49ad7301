namespace Notable.Display.Figures;

/// <summary>The parts around the data: titles, axes, legend.</summary>
/// <param name="Layout">Titles and size.</param>
/// <param name="Plane">The rectangle left for the data.</param>
/// <param name="Legend">The names above the data.</param>
internal sealed record ChartFrame(FigureLayout Layout, Plane Plane, Legend Legend)
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
        return new ChartFrame(layout, new Plane(left, top, end, Math.Max(bottom, top + 20)), legend);
    }

    /// <summary>Returns the width of an axis's widest label in pixels.</summary>
    public static double LabelWidth(LinearScale scale) =>
        scale.Ticks.Select(tick => SvgText.Width(scale.Label(tick), SvgCanvas.FontSize)).DefaultIfEmpty(0).Max();

    public void Titles(SvgCanvas canvas)
    {
        if (Layout.Title is { } title)
            canvas.Text(Layout.Width / 2.0, 20, SvgText.Fit(title, Layout.Width - 20, TitleSize), "middle", size: TitleSize, bold: true);
        if (Layout.XTitle is { } x)
            canvas.Text((Plane.Left + Plane.Right) / 2, Layout.Height - 14, SvgText.Fit(x, Plane.Width, SvgCanvas.FontSize), "middle");
        if (Layout.YTitle is { } y)
            canvas.Text(16, (Plane.Top + Plane.Bottom) / 2, SvgText.Fit(y, Plane.Height, SvgCanvas.FontSize), "middle", turn: -90);
        Legend.Draw(canvas, Plane);
    }

    public void YAxis(SvgCanvas canvas, LinearScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = scale.Pixel(tick);
            canvas.Line(Plane.Left, y, Plane.Right, y, Palette.Grid);
            canvas.Text(Plane.Left - TickGap, y, scale.Label(tick), "end");
        }
    }

    public void XAxis(SvgCanvas canvas, LinearScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Pixel(tick);
            canvas.Line(x, Plane.Top, x, Plane.Bottom, Palette.Grid);
            canvas.Text(x, Plane.Bottom + 14, scale.Label(tick), "middle");
        }
        canvas.Line(Plane.Left, Plane.Bottom, Plane.Right, Plane.Bottom, Palette.Ink);
    }

    /// <summary>Draws labels under columns of equal width. If they would touch, only every second, third, ... is drawn.</summary>
    public void Categories(SvgCanvas canvas, IReadOnlyList<string> labels)
    {
        var column = Plane.Width / labels.Count;
        var widest = Math.Min(labels.Max(label => SvgText.Width(label, SvgCanvas.FontSize)), 90);
        var every = Math.Max(1, (int)Math.Ceiling((widest + 6) / column));
        for (var i = 0; i < labels.Count; i += every)
            canvas.Text(
                Plane.Left + column * (i + 0.5), Plane.Bottom + 14,
                SvgText.Fit(labels[i], column * every - 4, SvgCanvas.FontSize), "middle");
    }
}
