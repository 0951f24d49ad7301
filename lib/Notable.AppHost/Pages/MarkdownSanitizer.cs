using AngleSharp.Dom;
using Ganss.Xss;

namespace Notable.AppHost.Pages;

/// <summary>
/// Sanitizes the HTML of Markdown cells, since a notebook may come from someone else. Keeps only <see cref="AllowedHtml"/>: no scripts,
/// styles and forms, only links to the web, to mail addresses and within the page, and only local pictures.
/// </summary>
internal static class MarkdownSanitizer
{
    public static string Of(string html, LocalPictures pictures)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = AllowedHtml.Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = AllowedHtml.Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = AllowedHtml.Schemes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.AllowedClasses.UnionWith(AllowedHtml.Classes);
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
