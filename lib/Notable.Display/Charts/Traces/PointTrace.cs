using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>How the points of a <see cref="PointTrace"/> are drawn.</summary>
public enum PointMode
{
    /// <summary>The points are joined by a line.</summary>
    Lines,

    /// <summary>Each point is a dot.</summary>
    Markers,
}

/// <summary>A series of points: a line or dots. Values that are not finite leave gaps.</summary>
public sealed record PointTrace : Trace
{
    /// <summary>Creates a series of points in drawing order.</summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> and <paramref name="y"/> have different lengths.</exception>
    public PointTrace(IReadOnlyList<double> x, IReadOnlyList<double> y, PointMode mode)
    {
        if (x.Count != y.Count)
            throw new ArgumentException($"expected as many x as y, found {x.Count} x and {y.Count} y");
        (X, Y, Mode) = (x, y, mode);
    }

    /// <summary>X coordinates.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>Y coordinates.</summary>
    public IReadOnlyList<double> Y { get; }

    /// <summary>Line or dots.</summary>
    public PointMode Mode { get; }

    internal override JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = Mode == PointMode.Lines ? "lines" : "markers",
            ["x"] = PlotlyJson.Numbers(X),
            ["y"] = PlotlyJson.Numbers(Y),
        };
        if (Name is not null)
            json["name"] = Name;
        return json;
    }

    internal override string Describe() => SeriesSummary.Of(Mode == PointMode.Lines ? "line" : "scatter", Name, Y);
}
