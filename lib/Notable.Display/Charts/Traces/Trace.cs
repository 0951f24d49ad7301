using System.Text.Json.Nodes;

namespace Notable.Display.Figures;

/// <summary>One series of data in a figure.</summary>
public abstract record Trace
{
    private protected Trace()
    {
    }

    /// <summary>The series' name, shown in the legend; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The trace as plotly.js takes it. NaN and infinities are null there: a gap.</summary>
    internal abstract JsonObject ToJson();

    /// <summary>A line for those who see no picture.</summary>
    internal abstract string Describe();
}
