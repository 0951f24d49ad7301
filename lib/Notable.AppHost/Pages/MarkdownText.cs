using System.Net;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notable.AppHost.Pages;

/// <summary>
/// Converts Markdown cells to HTML, as Jupyter does: GitHub's Markdown with footnotes, math (<c>$x$</c>, <c>$$x$$</c> and
/// <see cref="MathEnvironments"/>, which the page's script renders) and HTML, which <see cref="MarkdownSanitizer"/> sanitizes.
/// </summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        // No subscripts and superscripts, for texts such as "5~10 km" and "10^6".
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseMathematics()
        .Use<MathEnvironments>()
        .UseAutoIdentifiers()
        .Build();

    public static string ToHtml(string source, LocalPictures? pictures = null)
    {
        var document = Markdown.Parse(source, pipeline);
        foreach (var math in document.Descendants<MathInline>().Where(math => math.DelimiterCount == 2).ToArray())
            math.ReplaceBy(new HtmlInline($"<span class=\"math\">\\[{WebUtility.HtmlEncode(math.Content.ToString())}\\]</span>"));
        return MarkdownSanitizer.Of(document.ToHtml(pipeline), pictures ?? LocalPictures.None);
    }

    /// <summary>Returns the text of the first heading without markup; null if there is none.</summary>
    public static string? FirstHeading(string source) =>
        Markdown.Parse(source, pipeline).Descendants<HeadingBlock>().FirstOrDefault()?.Inline is { } inline
            ? string.Concat(inline.Descendants().Select(TextOf)).Trim() is { Length: > 0 } text ? text : null
            : null;

    private static string TextOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };
}
