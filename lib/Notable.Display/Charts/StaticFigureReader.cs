using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>Reads plotly.js figures that can be drawn as static pictures: points and lines, bars, one heat map.</summary>
internal static class StaticFigureReader
{
    /// <summary>Reads a figure. Returns null if it has elements that a static picture cannot show.</summary>
    public static Figure? Read(JsonObject figure)
    {
        try
        {
            Trace?[] traces = [.. (figure["data"] as JsonArray ?? []).Select(one => one is JsonObject trace ? TraceOf(trace) : null)];
            if (traces.Length == 0 || traces.Contains(null))
                return null;
            var layout = figure["layout"] as JsonObject ?? [];
            return new Figure(traces!, new FigureLayout
            {
                Title = ChartBundle.TitleOf(layout["title"]),
                XTitle = ChartBundle.TitleOf(layout["xaxis"]?["title"]),
                YTitle = ChartBundle.TitleOf(layout["yaxis"]?["title"]),
                IsXLogarithmic = (string?)layout["xaxis"]?["type"] == "log",
                Width = Pixels(layout["width"], 640),
                Height = Pixels(layout["height"], 400),
            });
        }
        catch (Exception unusual) when (unusual is ArgumentException or InvalidOperationException or FormatException)
        {
            // Series that cannot share a figure, or data of an unknown kind.
            return null;
        }
    }

    private static Trace? TraceOf(JsonObject trace) => (string?)trace["type"] switch
    {
        null or "scatter" or "scattergl" when Points(trace) is { } points => points,
        "bar" when (string?)trace["orientation"] != "h" && trace["y"] is JsonArray heights =>
            new BarTrace([.. Texts(trace["x"], heights.Count)], [.. heights.Select(Number)]) { Name = (string?)trace["name"] },
        "heatmap" when trace["z"] is JsonArray rows && rows.All(row => row is JsonArray) => Heatmap(trace, [.. rows.Select(row => row!.AsArray())]),
        _ => null,
    };

    private static PointTrace? Points(JsonObject trace)
    {
        if (trace["y"] is not JsonArray y || (trace["x"] is JsonArray given && given.Any(one => !IsNumber(one))) || y.Any(one => !IsNumber(one)))
            return null;
        double[] x = trace["x"] is JsonArray places ? [.. places.Select(Number)] : [.. Enumerable.Range(0, y.Count).Select(i => (double)i)];
        var mode = (string?)trace["mode"] is { } said && !said.Contains("lines", StringComparison.Ordinal) ? PointMode.Markers : PointMode.Lines;
        return new PointTrace(x, [.. y.Select(Number)], mode) { Name = (string?)trace["name"] };
    }

    private static HeatmapTrace Heatmap(JsonObject trace, JsonArray[] rows)
    {
        var columns = rows.Length == 0 ? 0 : rows.Max(row => row.Count);
        var z = new double[rows.Length, columns];
        var texts = trace["text"] is JsonArray ? new string?[rows.Length, columns] : null;
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < columns; column++)
            {
                z[row, column] = column < rows[row].Count ? Number(rows[row][column]) : double.NaN;
                if (texts is not null)
                    texts[row, column] = trace["text"]?[row]?[column]?.ToString();
            }
        return new HeatmapTrace(z, [.. Texts(trace["x"], columns)], [.. Texts(trace["y"], rows.Length)], texts)
        {
            Name = (string?)trace["name"],
            Lowest = trace["zmin"] is { } lowest && IsNumber(lowest) ? Number(lowest) : null,
        };
    }

    private static IEnumerable<string> Texts(JsonNode? labels, int count) =>
        labels is JsonArray given ? given.Select(label => label?.ToString() ?? "") : Enumerable.Range(0, count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsNumber(JsonNode? node) => node is null || node.GetValueKind() == JsonValueKind.Number;

    private static double Number(JsonNode? node) => node is null ? double.NaN : node.GetValueKind() == JsonValueKind.Number
        ? double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : throw new FormatException($"expected a number, found {node.ToJsonString()}");

    private static int Pixels(JsonNode? node, int otherwise) => node?.GetValueKind() == JsonValueKind.Number ? Math.Clamp((int)Number(node), 100, 10_000) : otherwise;
}
