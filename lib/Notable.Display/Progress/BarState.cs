using System.Globalization;

namespace Notable.Display;

/// <summary>How far a bar is at one moment.</summary>
/// <param name="Label">What is going on; may be empty.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Total number of steps; 0 if unknown.</param>
/// <param name="Note">A few words on the present step.</param>
/// <param name="Elapsed">Since the bar began.</param>
internal sealed record BarState(string Label, long Done, long Total, string? Note, TimeSpan Elapsed)
{
    /// <summary>The part done, 0 to 1; null where the total is unknown.</summary>
    public double? Fraction => Total > 0 ? Math.Clamp((double)Done / Total, 0, 1) : null;

    /// <summary>Whole percent, rounded down: 100 means finished.</summary>
    public int? Percent => Fraction is { } fraction ? (int)(fraction * 100) : null;

    /// <summary>What is left at the pace so far; null before the first step and where the total is unknown.</summary>
    public TimeSpan? Remaining => Fraction is > 0 and var fraction ? Elapsed * ((1 - fraction) / fraction) : null;

    /// <summary>Steps and times: <c>8/19 00:05&lt;00:07</c>, as fastai's bars have it.</summary>
    public string Figures =>
        string.Create(CultureInfo.InvariantCulture, $"{Done}{(Total > 0 ? $"/{Total}" : "")} {Clock(Elapsed)}")
        + (Remaining is { } left && Percent < 100 ? $"<{Clock(left)}" : "");

    /// <summary>A time span as <c>mm:ss</c>, from an hour on <c>h:mm:ss</c>.</summary>
    public static string Clock(TimeSpan span) =>
        span.TotalHours < 1
            ? span.ToString(@"mm\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span:mm\\:ss}");

    /// <summary>The state in words, for a log.</summary>
    public string ToLine() => string.Join(' ', new[]
    {
        Label.Length > 0 ? Label + ':' : "",
        Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}%") : "",
        Figures,
        Note ?? "",
    }.Where(part => part.Length > 0));
}
