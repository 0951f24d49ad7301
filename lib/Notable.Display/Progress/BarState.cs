using System.Globalization;

namespace Notable.Display;

/// <summary>The state of a progress bar.</summary>
/// <param name="Label">The label; may be empty.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Total number of steps; 0 if unknown.</param>
/// <param name="Note">A short note on the current step.</param>
/// <param name="Elapsed">The time since the start of the bar.</param>
internal sealed record BarState(string Label, long Done, long Total, string? Note, TimeSpan Elapsed)
{
    /// <summary>The fraction done, 0 to 1; null if the total is unknown.</summary>
    public double? Fraction => Total > 0 ? Math.Clamp((double)Done / Total, 0, 1) : null;

    /// <summary>Whole percent, rounded down: 100 means finished.</summary>
    public int? Percent => Fraction is { } fraction ? (int)(fraction * 100) : null;

    /// <summary>The estimated remaining time; null before the first step or if the total is unknown.</summary>
    public TimeSpan? Remaining => Fraction is > 0 and var fraction ? Elapsed * ((1 - fraction) / fraction) : null;

    /// <summary>Steps and times: <c>8/19 00:05&lt;00:07</c>, as in fastai's bars.</summary>
    public string Figures =>
        string.Create(CultureInfo.InvariantCulture, $"{Done}{(Total > 0 ? $"/{Total}" : "")} {Clock(Elapsed)}")
        + (Remaining is { } left && Percent < 100 ? $"<{Clock(left)}" : "");

    /// <summary>Formats a time span as <c>mm:ss</c>, or <c>h:mm:ss</c> from one hour.</summary>
    public static string Clock(TimeSpan span) =>
        span.TotalHours < 1
            ? span.ToString(@"mm\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours}:{span:mm\\:ss}");

    /// <summary>Returns the state as a line of a log.</summary>
    public string ToLine() => string.Join(' ', new[]
    {
        Label.Length > 0 ? Label + ':' : "",
        Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent}%") : "",
        Figures,
        Note ?? "",
    }.Where(part => part.Length > 0));
}
