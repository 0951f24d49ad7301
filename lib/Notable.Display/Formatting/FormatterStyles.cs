using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The style sheet that <see cref="HtmlFormatter"/> writes behind every value. A notebook needs it in each output, which may
/// be shown alone; a page that has these rules itself does not, and there its rules for all tables would hold for the page.
/// </summary>
internal static class FormatterStyles
{
    private static readonly Lazy<string> sheet = new(Write);
    private static volatile bool comeWithThePage;

    /// <summary>The style element.</summary>
    public static string Sheet => sheet.Value;

    /// <summary>From now on this process leaves them out: the page that it serves has them.</summary>
    public static void ComeWithThePage() => comeWithThePage = true;

    /// <summary>HTML without them where the page has them, else as it is.</summary>
    public static string Strip(string html) => comeWithThePage ? html.Replace(Sheet, "", StringComparison.Ordinal) : html;

    private static string Write()
    {
        // The library's HTML formats stay incomplete where they are made before the rest of it.
        RuntimeHelpers.RunClassConstructor(typeof(Formatter).TypeHandle);
        using var writer = new StringWriter();
        using (var context = new FormatContext(writer))
            context.RequireDefaultStyles();
        return writer.ToString();
    }
}
