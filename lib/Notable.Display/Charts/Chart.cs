using System.Numerics;

namespace Notable.Display.Figures;

/// <summary>Creates common figures. Numbers may be of any type; NaN and infinities leave gaps.</summary>
public static class Chart
{
    /// <summary>A line through points.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths.</exception>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TX : INumber<TX>
        where TY : INumber<TY> =>
        Of(new PointTrace(Doubles(x), Doubles(y), PointMode.Lines) { Name = name }, title, xTitle, yTitle);

    /// <summary>A line through values at 0, 1, 2, and so on.</summary>
    public static Figure Line<TY>(
        IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TY : INumber<TY>
    {
        var values = Doubles(y);
        return Line(Enumerable.Range(0, values.Length), values, name, title, xTitle, yTitle);
    }

    /// <summary>A scatter plot: one dot per point.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths.</exception>
    public static Figure Scatter<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TX : INumber<TX>
        where TY : INumber<TY> =>
        Of(new PointTrace(Doubles(x), Doubles(y), PointMode.Markers) { Name = name }, title, xTitle, yTitle);

    /// <summary>A bar chart: one bar per label.</summary>
    /// <exception cref="ArgumentException">The numbers of labels and values differ.</exception>
    public static Figure Bar<T>(
        IEnumerable<string> labels, IEnumerable<T> values, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where T : INumber<T> =>
        Of(new BarTrace([.. labels], Doubles(values)) { Name = name }, title, xTitle, yTitle);

    /// <summary>A heat map of a matrix, with the first row on top.</summary>
    /// <param name="z">Values, rows by columns.</param>
    /// <param name="xLabels">One label per column; column numbers by default.</param>
    /// <param name="yLabels">One label per row; row numbers by default.</param>
    /// <param name="annotations">One text per cell, in the shape of z.</param>
    /// <param name="title">The title above.</param>
    /// <param name="xTitle">The title of the columns.</param>
    /// <param name="yTitle">The title of the rows.</param>
    /// <param name="lowest">The value of the first color; the lowest value in z by default.</param>
    /// <exception cref="ArgumentException">The numbers of labels or annotations do not match the matrix.</exception>
    public static Figure Heatmap<T>(
        T[,] z, IEnumerable<string>? xLabels = null, IEnumerable<string>? yLabels = null, string?[,]? annotations = null,
        string? title = null, string? xTitle = null, string? yTitle = null, double? lowest = null)
        where T : INumber<T>
    {
        var values = new double[z.GetLength(0), z.GetLength(1)];
        for (var row = 0; row < values.GetLength(0); row++)
            for (var column = 0; column < values.GetLength(1); column++)
                values[row, column] = double.CreateChecked(z[row, column]);
        return Of(new HeatmapTrace(values, xLabels?.ToArray(), yLabels?.ToArray(), annotations) { Lowest = lowest }, title, xTitle, yTitle);
    }

    /// <summary>Combines all series of several figures in one figure, with the layout of the first.</summary>
    /// <exception cref="ArgumentException">There is no figure, or the figures cannot share axes.</exception>
    public static Figure Combine(params IEnumerable<Figure> figures)
    {
        Figure[] all = [.. figures];
        if (all.Length == 0)
            throw new ArgumentException("expected at least one figure to combine, found none", nameof(figures));
        return new Figure([.. all.SelectMany(figure => figure.Traces)], all[0].Layout);
    }

    private static Figure Of(Trace trace, string? title, string? xTitle, string? yTitle) =>
        new([trace], new FigureLayout { Title = title, XTitle = xTitle, YTitle = yTitle });

    private static double[] Doubles<T>(IEnumerable<T> values)
        where T : INumber<T> => [.. values.Select(double.CreateChecked)];
}
