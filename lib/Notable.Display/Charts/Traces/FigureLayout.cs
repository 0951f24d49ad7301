using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>Layout of a figure: titles, axes, size.</summary>
public sealed record FigureLayout
{
    /// <summary>The title above; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The title of the horizontal axis; null for none.</summary>
    public string? XTitle { get; init; }

    /// <summary>The title of the vertical axis; null for none.</summary>
    public string? YTitle { get; init; }

    /// <summary>
    /// Whether the horizontal axis of points is logarithmic, as for learning rates. Values that are not positive then leave
    /// gaps.
    /// </summary>
    public bool IsXLogarithmic { get; init; }

    /// <summary>Width in CSS pixels, 100 to 10,000; 640 by default.</summary>
    public int Width { get; init => field = Checked(value); } = 640;

    /// <summary>Height in CSS pixels, 100 to 10,000; 400 by default.</summary>
    public int Height { get; init => field = Checked(value); } = 400;

    internal JsonObject ToJson(Trace? first)
    {
        var xAxis = Axis(XTitle, isCategory: first is BarTrace or HeatmapTrace);
        if (IsXLogarithmic && first is PointTrace)
            xAxis["type"] = "log";
        var yAxis = Axis(YTitle, isCategory: first is HeatmapTrace);
        if (first is HeatmapTrace)
            yAxis["autorange"] = "reversed";
        var json = new JsonObject
        {
            ["width"] = Width,
            ["height"] = Height,
            ["xaxis"] = xAxis,
            ["yaxis"] = yAxis,
        };
        if (Title is not null)
            json["title"] = new JsonObject { ["text"] = Title };
        return json;
    }

    private static int Checked(int pixels) => pixels is >= 100 and <= 10_000
        ? pixels
        : throw new ArgumentOutOfRangeException(nameof(pixels), pixels, "expected 100 to 10,000 pixels");

    private static JsonObject Axis(string? title, bool isCategory)
    {
        var axis = new JsonObject();
        if (title is not null)
            axis["title"] = new JsonObject { ["text"] = title };
        // Explicit, since plotly.js would treat labels such as "50" and "100" as numbers.
        if (isCategory)
            axis["type"] = "category";
        return axis;
    }
}
