using System.Text.RegularExpressions;

namespace Notable.Display.Tests;

/// <summary>What was written to a terminal, in a form fit to be read in a test.</summary>
internal static partial class Screen
{
    /// <summary>The text with each erasure of the line as <c>|</c>.</summary>
    public static string Erasures(StringWriter writer) => writer.ToString().Replace("\r\u001b[2K", "|", StringComparison.Ordinal);

    /// <summary>The same, with runs of blocks as their lengths: <c>#10 -30</c>.</summary>
    public static string Bars(StringWriter writer) =>
        Blocks().Replace(Erasures(writer).ReplaceLineEndings("\n"), run => $"{(run.Value[0] == '█' ? '#' : '-')}{run.Length}");

    [GeneratedRegex("█+|░+")]
    private static partial Regex Blocks();
}
