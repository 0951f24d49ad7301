using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>
/// A figure as data. It shows itself as plotly.js JSON (<see cref="MimeType"/>) where a front end has plotly.js, as an SVG
/// picture of our own elsewhere, and as a few words in a terminal.
/// </summary>
/// <param name="Traces">The series, in drawing order: points and bars may share a figure with their like; a heatmap stands alone.</param>
/// <param name="Layout">Titles and size.</param>
/// <exception cref="ArgumentException">Series that cannot share axes.</exception>
public sealed record Figure(IReadOnlyList<Trace> Traces, FigureLayout Layout) : IDisplayable
{
    /// <summary>The series, in drawing order.</summary>
    public IReadOnlyList<Trace> Traces { get; init => field = Checked(value); } = Checked(Traces);

    /// <summary>The mime type of <see cref="ToPlotly"/>.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    /// <summary>The figure as plotly.js takes it: <c>data</c>, <c>layout</c>, <c>config</c>.</summary>
    public JsonObject ToPlotly() => new()
    {
        ["data"] = new JsonArray([.. Traces.Select(trace => trace.ToJson())]),
        ["layout"] = Layout.ToJson(Traces.Count > 0 ? Traces[0] : null),
        ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
    };

    /// <summary>The figure as an SVG document, readable on light and dark backgrounds.</summary>
    public string ToSvg() => SvgChart.Draw(Traces, Layout, ToString());

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => ChartBundle.Of(ToPlotly(), ToString(), ToSvg());

    /// <summary>The title, and one line per series.</summary>
    public override string ToString() =>
        string.Join('\n', [Layout.Title ?? "Figure", .. Traces.Select(trace => "  " + trace.Describe())]);

    private static IReadOnlyList<Trace> Checked(IReadOnlyList<Trace> traces)
    {
        string[] kinds = [.. traces.Select(trace => trace.GetType().Name).Distinct()];
        if (kinds.Length > 1)
            throw new ArgumentException($"series of one kind can share a figure, found {string.Join(" and ", kinds)}: show them in figures of their own");
        if (traces.Count(trace => trace is HeatmapTrace) > 1)
            throw new ArgumentException($"a heatmap stands alone in its figure, found {traces.Count}: show them in figures of their own");
        return traces;
    }
}
