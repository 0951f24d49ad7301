namespace Notable.Display.Figures;

/// <summary>The names and colors of the series above the data, in as many rows as needed.</summary>
internal sealed class Legend
{
    private const double Key = 18;
    private const double Gap = 18;
    private const double RowHeight = 20;
    private const double WidestName = 180;
    private readonly List<(double X, int Row, string Name, int Series)> places = [];

    /// <param name="traces">The series; those without a name have no entry.</param>
    /// <param name="left">The start of a row in pixels.</param>
    /// <param name="right">The end of a row in pixels.</param>
    public Legend(IReadOnlyList<Trace> traces, double left, double right)
    {
        var (x, row) = (left, 0);
        for (var i = 0; i < traces.Count; i++)
        {
            if (traces[i].Name is not { } name)
                continue;
            var text = SvgText.Fit(name, WidestName, SvgCanvas.FontSize);
            var width = Key + SvgText.Width(text, SvgCanvas.FontSize);
            if (x > left && x + width > right)
                (x, row) = (left, row + 1);
            places.Add((x, row, text, i));
            x += width + Gap;
        }
    }

    /// <summary>The height in pixels; 0 if no series has a name.</summary>
    public double Height => places.Count == 0 ? 0 : (places[^1].Row + 1) * RowHeight;

    public void Draw(SvgCanvas canvas, PlotArea plotArea)
    {
        foreach (var (x, row, name, series) in places)
        {
            var y = plotArea.Top - Height + row * RowHeight + 5;
            canvas.Rectangle(x, y - 2, Key - 6, 4, Palette.Series(series));
            canvas.Text(x + Key, y, name);
        }
    }
}
