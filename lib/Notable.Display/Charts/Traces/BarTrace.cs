using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>A bar chart series: one bar per label. Values that are not finite have no bar.</summary>
public sealed record BarTrace : Trace
{
    /// <summary>Creates bars from left to right.</summary>
    /// <exception cref="ArgumentException">The numbers of labels and values differ.</exception>
    public BarTrace(IReadOnlyList<string> labels, IReadOnlyList<double> values)
    {
        if (labels.Count != values.Count)
            throw new ArgumentException($"expected one label per value, found {labels.Count} labels and {values.Count} values");
        (Labels, Values) = (labels, values);
    }

    /// <summary>The label of each bar; bars with equal labels share a position.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The bars' heights, from 0.</summary>
    public IReadOnlyList<double> Values { get; }

    internal override JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyJson.Strings(Labels),
            ["y"] = PlotlyJson.Numbers(Values),
        };
        if (Name is not null)
            json["name"] = Name;
        return json;
    }

    internal override string Describe() => SeriesSummary.Of("bar", Name, Values);
}
