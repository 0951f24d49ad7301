using Microsoft.DotNet.Interactive.Formatting;
using System.Globalization;

namespace Notable.Display;

/// <summary>A cell of a progress table.</summary>
internal static class ProgressCell
{
    public static string Text(object? value) => value switch
    {
        null => "",
        double or float or Half or decimal => ((IFormattable)value).ToString("F6", CultureInfo.InvariantCulture),
        TimeSpan span => BarState.Clock(span),
        _ => value.ToDisplayString().ReplaceLineEndings(" "),
    };
}
