using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Markdig.Renderers.Html;

namespace Notable.AppHost.Pages;

/// <summary>
/// Markdown cells as HTML. A notebook may be somebody else's: HTML in it is shown as text, a link leads only to the web, to
/// a mail address or within the page, and a picture is shown only where it lies in the text itself.
/// </summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras()
        .UseAutoIdentifiers()
        .DisableHtml()
        .Build();

    public static string ToHtml(string source)
    {
        var document = Markdown.Parse(source, pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToArray())
            Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToArray())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(pipeline);
    }

    /// <summary>The text of the first heading, without its markup; null where there is none.</summary>
    public static string? FirstHeading(string source) =>
        Markdown.Parse(source, pipeline).Descendants<HeadingBlock>().FirstOrDefault()?.Inline is { } inline
            ? string.Concat(inline.Descendants().Select(TextOf)).Trim() is { Length: > 0 } text ? text : null
            : null;

    private static void Tame(LinkInline link)
    {
        if (link.IsImage ? !link.Url?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ?? true : !IsSafe(link.Url))
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants().Select(TextOf))));
        else if (!link.IsImage)
            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
    }

    private static bool IsSafe(string? url) =>
        url is not null && (url.StartsWith('#') || Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto");

    private static string TextOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };
}
