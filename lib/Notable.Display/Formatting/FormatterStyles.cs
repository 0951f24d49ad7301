using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The style sheet that <see cref="HtmlFormatter"/> appends to each value. A notebook needs it in each output, which may be shown
/// alone. The app's page has these rules itself, and the sheet's rules for all tables would affect the whole page.
/// </summary>
internal static class FormatterStyles
{
    private static readonly Lazy<string> sheet = new(Write);
    private static volatile bool comeWithThePage;

    /// <summary>The style element.</summary>
    public static string Sheet => sheet.Value;

    /// <summary>Omits the style sheet from now on, because the page that this process serves has it.</summary>
    public static void ComeWithThePage() => comeWithThePage = true;

    /// <summary>Removes the style sheet from HTML if the page has it.</summary>
    public static string Strip(string html) => comeWithThePage ? html.Replace(Sheet, "", StringComparison.Ordinal) : html;

    private static string Write()
    {
        // If the library's HTML formats are initialized before Formatter, they stay incomplete.
        RuntimeHelpers.RunClassConstructor(typeof(Formatter).TypeHandle);
        using var writer = new StringWriter();
        using (var context = new FormatContext(writer))
            context.RequireDefaultStyles();
        return writer.ToString();
    }
}
