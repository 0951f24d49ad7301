using System.Numerics;
using Notable.Display.Figures;
using Plotly.NET;

namespace Notable.Display;

/// <summary>
/// Creates common charts as Plotly.NET charts, which can be styled further (<c>using Plotly.NET.CSharp;</c>). Numbers may
/// be of any type; NaN and infinities leave gaps.
/// </summary>
public static class Charts
{
    /// <inheritdoc cref="Figures.Chart.Line{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string?, string?, string?, string?)"/>
    public static GenericChart Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TX : INumber<TX>
        where TY : INumber<TY> => Figures.Chart.Line(x, y, name, title, xTitle, yTitle).ToChart();

    /// <inheritdoc cref="Figures.Chart.Line{TY}(IEnumerable{TY}, string?, string?, string?, string?)"/>
    public static GenericChart Line<TY>(IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TY : INumber<TY> => Figures.Chart.Line(y, name, title, xTitle, yTitle).ToChart();

    /// <inheritdoc cref="Figures.Chart.Scatter"/>
    public static GenericChart Scatter<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where TX : INumber<TX>
        where TY : INumber<TY> => Figures.Chart.Scatter(x, y, name, title, xTitle, yTitle).ToChart();

    /// <inheritdoc cref="Figures.Chart.Bar"/>
    public static GenericChart Bar<T>(
        IEnumerable<string> labels, IEnumerable<T> values, string? name = null, string? title = null, string? xTitle = null, string? yTitle = null)
        where T : INumber<T> => Figures.Chart.Bar(labels, values, name, title, xTitle, yTitle).ToChart();

    /// <inheritdoc cref="Figures.Chart.Heatmap"/>
    public static GenericChart Heatmap<T>(
        T[,] z, IEnumerable<string>? xLabels = null, IEnumerable<string>? yLabels = null, string?[,]? annotations = null,
        string? title = null, string? xTitle = null, string? yTitle = null, double? lowest = null)
        where T : INumber<T> => Figures.Chart.Heatmap(z, xLabels, yLabels, annotations, title, xTitle, yTitle, lowest).ToChart();
}
