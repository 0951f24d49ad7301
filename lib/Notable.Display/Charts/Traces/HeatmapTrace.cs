using System.Globalization;
using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>A heat map of a matrix, with the first row on top. Values that are not finite are left blank.</summary>
public sealed record HeatmapTrace : Trace
{
    /// <summary>Creates a heat map.</summary>
    /// <param name="z">Values, rows by columns.</param>
    /// <param name="xLabels">One label per column; null for column numbers.</param>
    /// <param name="yLabels">One label per row; null for row numbers.</param>
    /// <param name="annotations">One text per cell (null for none) in the shape of z; null for no texts.</param>
    /// <exception cref="ArgumentException">The numbers of labels or annotations do not match the matrix.</exception>
    public HeatmapTrace(
        double[,] z, IReadOnlyList<string>? xLabels = null, IReadOnlyList<string>? yLabels = null, string?[,]? annotations = null)
    {
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        Z = z;
        XLabels = xLabels ?? Numbers(columns);
        YLabels = yLabels ?? Numbers(rows);
        Annotations = annotations;
        if (XLabels.Count != columns || YLabels.Count != rows)
            throw new ArgumentException(
                $"a matrix of {rows} x {columns} needs {rows} y labels and {columns} x labels, found {YLabels.Count} and {XLabels.Count}");
        if (annotations is not null && (annotations.GetLength(0), annotations.GetLength(1)) != (rows, columns))
            throw new ArgumentException(
                $"annotations must be {rows} x {columns} like the matrix, found {annotations.GetLength(0)} x {annotations.GetLength(1)}");
    }

    /// <summary>Values, rows by columns.</summary>
    public double[,] Z { get; }

    /// <summary>The column labels.</summary>
    public IReadOnlyList<string> XLabels { get; }

    /// <summary>The row labels.</summary>
    public IReadOnlyList<string> YLabels { get; }

    /// <summary>The value of the first color; null for the lowest value in <see cref="Z"/>.</summary>
    public double? Lowest { get; init; }

    /// <summary>One text per cell; null for none.</summary>
    public string?[,]? Annotations { get; }

    internal override JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = PlotlyJson.Rows(Z, PlotlyJson.Number),
            ["x"] = PlotlyJson.Strings(XLabels),
            ["y"] = PlotlyJson.Strings(YLabels),
            ["colorscale"] = new JsonArray([.. Palette.ScaleStops.Select((color, i) =>
                new JsonArray(i / (Palette.ScaleStops.Count() - 1.0), color))]),
        };
        // Plotly needs both ends.
        if (Lowest is { } lowest)
            (json["zmin"], json["zmax"]) = (PlotlyJson.Number(lowest), PlotlyJson.Number(Math.Max(lowest, Z.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(lowest).Max())));
        if (Annotations is not null)
        {
            json["text"] = PlotlyJson.Rows(Annotations, text => JsonValue.Create(text ?? ""));
            json["texttemplate"] = "%{text}";
        }
        if (Name is not null)
            json["name"] = Name;
        return json;
    }

    internal override string Describe() =>
        SeriesSummary.Of($"heatmap of {YLabels.Count} x {XLabels.Count}", Name, [.. Z.Cast<double>()]);

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
}
