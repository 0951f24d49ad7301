namespace Notable.AppHost.Pages;

/// <summary>
/// The HTML that Markdown cells may contain on an app's page; <see cref="MarkdownSanitizer"/> removes everything else. The HTML in the
/// labels and descriptions of widgets has its own, shorter list, which Jupyter's widget manager passes to
/// <c>web/src/sanitize-widget-html.js</c>. The outputs of cells come from the notebook's author and are not restricted.
/// </summary>
internal static class AllowedHtml
{
    /// <summary>The elements. Of most others the content stays; of scripts and the like nothing does.</summary>
    public static readonly string[] Tags =
    [
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
        "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
    ];

    /// <summary>The attributes, on any element.</summary>
    public static readonly string[] Attributes =
    [
        "align", "alt", "checked", "class", "colspan", "dir", "disabled", "height", "href", "id", "lang", "open", "reversed", "rowspan", "scope", "src",
        "start", "title", "type", "width",
    ];

    /// <summary>The CSS classes: those that Markdown generates.</summary>
    public static readonly string[] Classes = ["math", "footnotes", "footnote-ref", "footnote-back-ref", "contains-task-list", "task-list-item"];

    /// <summary>The schemes of links and pictures. <c>data</c> and <c>attachment</c> are only for pictures.</summary>
    public static readonly string[] Schemes = ["http", "https", "mailto", "data", "attachment"];
}
