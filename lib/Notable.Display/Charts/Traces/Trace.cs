using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>A series of data in a figure.</summary>
public abstract record Trace
{
    private protected Trace()
    {
    }

    /// <summary>The series' name, shown in the legend; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Returns the trace for plotly.js. NaN and infinities become null, which leaves a gap.</summary>
    internal abstract JsonObject ToJson();

    /// <summary>Describes the series in one line, for terminals and screen readers.</summary>
    internal abstract string Describe();
}
