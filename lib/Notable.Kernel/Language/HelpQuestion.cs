using System.Text.RegularExpressions;

namespace Notable.Kernel.Language;

/// <summary>
/// Recognizes cells that ask for help as in IPython: <c>learn.FineTune?</c>, <c>learn.FineTune??</c>, <c>?learn</c>. None of these is valid C#.
/// </summary>
internal static partial class HelpQuestion
{
    /// <summary>Returns the name that a cell asks about; null if the cell is not a question.</summary>
    public static string? Of(string code) => Question().Match(code) is { Success: true } found ? found.Groups["name"].Value : null;

    [GeneratedRegex(@"^\s*(?:(?<name>[\p{L}_][\w.]*)\s*\?{1,2}|\?{1,2}\s*(?<name>[\p{L}_][\w.]*))\s*;?\s*$")]
    private static partial Regex Question();
}
