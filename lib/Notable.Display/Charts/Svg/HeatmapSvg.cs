using System.Globalization;

namespace Notable.Display.Figures;

/// <summary>Draws a matrix as colors, with the color scale beside it.</summary>
internal static class HeatmapSvg
{
    private const double ScaleWidth = 14;
    private const double ScaleRoom = 84;
    private const double WidestLabel = 150;
    private const int ScaleSteps = 32;

    public static void Draw(SvgCanvas canvas, FigureLayout layout, HeatmapTrace trace)
    {
        var (rows, columns) = (trace.YLabels.Count, trace.XLabels.Count);
        var labelWidth = trace.YLabels.Select(label => SvgText.Width(label, SvgCanvas.FontSize)).DefaultIfEmpty(0).Max();
        var frame = ChartFrame.Around(layout, [], Math.Min(labelWidth, WidestLabel), ScaleRoom);
        var plotArea = frame.PlotArea;
        frame.Titles(canvas);
        if (rows == 0 || columns == 0)
            return;
        var (low, high) = SvgChart.Range(trace.Z.Cast<double>());
        low = trace.Lowest ?? low;
        var (cellWidth, cellHeight) = (plotArea.Width / columns, plotArea.Height / rows);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                Cell(canvas, trace, row, column, (low, high),
                    new PlotArea(plotArea.Left + column * cellWidth, plotArea.Top + row * cellHeight,
                        plotArea.Left + (column + 1) * cellWidth, plotArea.Top + (row + 1) * cellHeight));
        frame.Categories(canvas, trace.XLabels);
        RowLabels(canvas, plotArea, trace.YLabels);
        ColorScale(canvas, plotArea, low, high);
    }

    private static void Cell(SvgCanvas canvas, HeatmapTrace trace, int row, int column, (double Low, double High) range, PlotArea cell)
    {
        var value = trace.Z[row, column];
        var (color, isDark) = Palette.Scale(Place(value, range.Low, range.High));
        var isBlank = !double.IsFinite(value);
        // A gap of one pixel between cells, unless they are so small that the gaps would dominate.
        var gap = Math.Min(cell.Width, cell.Height) > 12 ? 1 : 0;
        if (!isBlank)
            canvas.Rectangle(cell.Left, cell.Top, cell.Width - gap, cell.Height - gap, color,
                string.Create(CultureInfo.InvariantCulture, $"{trace.YLabels[row]}, {trace.XLabels[column]}: {value:G6}"));
        if (trace.Annotations?[row, column] is { Length: > 0 } text)
            canvas.Text(
                (cell.Left + cell.Right) / 2, (cell.Top + cell.Bottom) / 2, SvgText.Fit(text, cell.Width - 4, SvgCanvas.FontSize), "middle",
                isBlank ? Palette.Ink : isDark ? "#fff" : "#123");
    }

    private static void RowLabels(SvgCanvas canvas, PlotArea plotArea, IReadOnlyList<string> labels)
    {
        var height = plotArea.Height / labels.Count;
        var every = Math.Max(1, (int)Math.Ceiling(SvgCanvas.FontSize * 1.2 / height));
        for (var i = 0; i < labels.Count; i += every)
            canvas.Text(plotArea.Left - 6, plotArea.Top + height * (i + 0.5), SvgText.Fit(labels[i], WidestLabel, SvgCanvas.FontSize), "end");
    }

    private static void ColorScale(SvgCanvas canvas, PlotArea plotArea, double low, double high)
    {
        var left = plotArea.Right + 18;
        var step = plotArea.Height / ScaleSteps;
        for (var i = 0; i < ScaleSteps; i++)
            // Half a pixel of overlap hides the seams between the steps.
            canvas.Rectangle(left, plotArea.Bottom - (i + 1) * step, ScaleWidth, step + (i == 0 ? 0 : 0.5), Palette.Scale((i + 0.5) / ScaleSteps).Color);
        if (high <= low)
        {
            canvas.Text(left + ScaleWidth + 5, (plotArea.Top + plotArea.Bottom) / 2, low.ToString("G4", CultureInfo.InvariantCulture));
            return;
        }
        var scale = new LinearScale(low, high, plotArea.Bottom, plotArea.Top, (int)(plotArea.Height / 50));
        foreach (var tick in scale.Ticks)
            canvas.Text(left + ScaleWidth + 5, scale.Pixel(tick), scale.Label(tick));
    }

    private static double Place(double value, double low, double high) =>
        !double.IsFinite(value) ? 0 : high > low ? (value - low) / (high - low) : 0.5;
}
