using AngleSharp.Dom;
using Ganss.Xss;

namespace Notable.AppHost.Pages;

/// <summary>
/// Sanitizes HTML, since a notebook may come from someone else. Removes scripts, styles and forms; allows only links to the web, to
/// mail addresses and within the page, and only local pictures.
/// </summary>
internal static class SafeHtml
{
    private static readonly string[] tags =
    [
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
        "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
    ];

    private static readonly string[] attributes =
    [
        "align", "alt", "checked", "class", "colspan", "dir", "disabled", "height", "href", "id", "lang", "open", "reversed", "rowspan", "scope", "src",
        "start", "title", "type", "width",
    ];

    /// <summary>The CSS classes that Markdown generates.</summary>
    private static readonly string[] classes = ["math", "footnotes", "footnote-ref", "footnote-back-ref", "contains-task-list", "task-list-item"];

    public static string Of(string html, LocalPictures pictures)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "data", "attachment" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.AllowedClasses.UnionWith(classes);
        sanitizer.RemovingTag += (_, removing) =>
        {
            // The content of these is not text.
            if (removing.Tag.NodeName is "SCRIPT" or "STYLE" or "TEMPLATE" or "IFRAME" or "OBJECT" or "SVG" or "MATH" or "NOSCRIPT")
                removing.Tag.TextContent = "";
        };
        sanitizer.FilterUrl += (_, filtered) =>
            filtered.SanitizedUrl = filtered.Tag.NodeName == "IMG" ? pictures.Find(filtered.OriginalUrl)
                : filtered.Tag.NodeName == "A" && IsSafe(filtered.OriginalUrl) ? filtered.OriginalUrl
                : null;
        sanitizer.PostProcessNode += (_, processed) => Tidy(processed.Node);
        return sanitizer.Sanitize(html);
    }

    private static void Tidy(INode node)
    {
        if (node is not IElement element)
            return;
        switch (element.NodeName)
        {
            case "A" when element.HasAttribute("href") && !element.GetAttribute("href")!.StartsWith('#'):
                element.SetAttribute("rel", "noopener noreferrer");
                break;
            // A picture that cannot be shown is replaced by its description.
            case "IMG" when !element.HasAttribute("src"):
                element.Replace(element.Owner!.CreateTextNode(element.GetAttribute("alt") ?? ""));
                break;
            // The check boxes of task lists are the only form fields.
            case "INPUT" when element.GetAttribute("type") != "checkbox":
                element.Remove();
                break;
            case "INPUT":
                element.SetAttribute("disabled", "disabled");
                break;
        }
    }

    private static bool IsSafe(string url) =>
        url.StartsWith('#') || Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
}
