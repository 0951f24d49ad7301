using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Limits on how much of a value is shown in a cell's output. For limits on the output as a whole, see <see cref="RecordingLimits"/>.
/// </summary>
internal static class ExpansionLimits
{
    /// <summary>
    /// Maximum number of items shown of a list, table, dictionary or lazy sequence, and of rows and columns of an array. It is the library's
    /// own setting, 20 by default, which a notebook can change: <c>Formatter.ListExpansionLimit = 100;</c>
    /// </summary>
    public static int Items => Formatter.ListExpansionLimit;

    /// <summary>Maximum depth of lists in lists; the library's own setting, <c>Formatter.RecursionLimit</c>.</summary>
    public static int Depth => Formatter.RecursionLimit;

    /// <summary>Maximum number of values of one object graph.</summary>
    public const int Values = 5_000;

    /// <summary>Maximum length of a text inside another value.</summary>
    public const int NestedText = 2_000;

    /// <summary>Maximum number of bytes shown of a byte array.</summary>
    public const int Bytes = 8;
}
