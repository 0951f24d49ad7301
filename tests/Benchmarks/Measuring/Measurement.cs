namespace Benchmarks.Measuring;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median of the runs, or a ratio of two medians.</param>
/// <param name="Unit">Of the value; <c>x</c> is a ratio.</param>
internal sealed record Measurement(string Name, double Value, string Unit)
{
    /// <summary>The smallest of the runs: what the machine can do when nothing else runs on it. Null for a figure without runs.</summary>
    public double? Min { get; init; }

    /// <summary>How many runs there were.</summary>
    public int? N { get; init; }

    /// <summary>What it should be; null where nothing is asked of it.</summary>
    public double? Bar { get; init; }

    /// <summary>Whether the bar is a floor (throughput) and not a ceiling (time).</summary>
    public bool MoreIsBetter { get; init; }

    /// <summary>Whether it is as good as its bar; null without one.</summary>
    public bool? Holds => Bar is { } bar ? MoreIsBetter ? Value >= bar : Value <= bar : null;

    /// <summary>Our time over the other side's: of the medians, and of the minima, which noise touches least.</summary>
    public Measurement RatioTo(Measurement other, string name) =>
        new(name, Value / other.Value, "x") { Min = Min / other.Min, N = Math.Min(N ?? 1, other.N ?? 1) };
}
