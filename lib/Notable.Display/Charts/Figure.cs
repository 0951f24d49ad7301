using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>
/// A figure as data. It is shown with plotly.js (<see cref="MimeType"/>) if the front end has it, otherwise as an SVG picture, and as a
/// short text in a terminal.
/// </summary>
/// <param name="Traces">The series, in drawing order: several series of points or of bars can share a figure; a heat map cannot.</param>
/// <param name="Layout">Titles and size.</param>
/// <exception cref="ArgumentException">The series cannot share axes.</exception>
public sealed record Figure(IReadOnlyList<Trace> Traces, FigureLayout Layout) : IDisplayable
{
    /// <summary>The series, in drawing order.</summary>
    public IReadOnlyList<Trace> Traces { get; init => field = Checked(value); } = Checked(Traces);

    /// <summary>The mime type of <see cref="ToPlotly"/>.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    /// <summary>Returns the figure for plotly.js: <c>data</c>, <c>layout</c>, <c>config</c>.</summary>
    public JsonObject ToPlotly() => new()
    {
        ["data"] = new JsonArray([.. Traces.Select(trace => trace.ToJson())]),
        ["layout"] = Layout.ToJson(Traces.Count > 0 ? Traces[0] : null),
        ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
    };

    /// <summary>Returns the figure as an SVG document, readable on light and dark backgrounds.</summary>
    public string ToSvg() => SvgChart.Draw(Traces, Layout, ToString());

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => ChartBundle.Of(ToPlotly(), ToString(), ToSvg());

    /// <summary>Returns the title and one line per series.</summary>
    public override string ToString() =>
        string.Join('\n', [Layout.Title ?? "Figure", .. Traces.Select(trace => "  " + trace.Describe())]);

    private static IReadOnlyList<Trace> Checked(IReadOnlyList<Trace> traces)
    {
        string[] kinds = [.. traces.Select(trace => trace.GetType().Name).Distinct()];
        if (kinds.Length > 1)
            throw new ArgumentException($"only series of the same kind can share a figure, found {string.Join(" and ", kinds)}; use separate figures");
        if (traces.Count(trace => trace is HeatmapTrace) > 1)
            throw new ArgumentException($"a figure can have only one heat map, found {traces.Count}; use separate figures");
        return traces;
    }
}
