using System.Globalization;
using System.Net;
using System.Text;
using Notable.AppHost.Assets;
using Notable.AppHost.Languages;

namespace Notable.AppHost.Pages;

/// <summary>The HTML document of a page. It has no inline scripts, and all links are relative.</summary>
internal static class PageTemplate
{
    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect y='6' width='32' height='20' rx='4' fill='%231d6b42'/%3E%3Ccircle cx='16' cy='16' r='6' fill='%23fff'/%3E%3C/svg%3E";

    /// <summary>Appends the part before the cells.</summary>
    /// <param name="page">The page.</param>
    /// <param name="texts">The texts of the page.</param>
    /// <param name="title">The title, as text.</param>
    /// <param name="root">The relative path from the page to the app's root: empty, or <c>../</c> repeated.</param>
    /// <param name="session">The address of the session, from the root.</param>
    /// <param name="key">The session's key.</param>
    /// <param name="maxUploadBytes">The upload limit, which the page shows and checks before it sends a file.</param>
    public static void AppendStart(StringBuilder page, Texts texts, string title, string root, string session, string key, long maxUploadBytes)
    {
        AppendHead(page, texts, title, root);
        page.Append(CultureInfo.InvariantCulture, $"""
            <script type="module" src="{root}static/{WebFiles.Embedded.Script.Name}"></script>
            </head>
            <body data-state="loading" data-session="{root}{session}" data-key="{key}" data-max-upload-bytes="{maxUploadBytes}">
            <div role="status"><div id="banner" hidden><span id="banner-text"></span> <button id="banner-reload" type="button" hidden>{texts.StartAgain}</button></div></div>
            <main>
            <noscript><p class="output-error">{texts.NeedsJavaScript}</p></noscript>

            """);
    }

    /// <summary>Appends the part after the cells.</summary>
    public static void AppendEnd(StringBuilder page, Texts texts, string root) => page.Append(CultureInfo.InvariantCulture, $"""
        </main>
        <div role="status"><p id="working" hidden>{texts.Working}</p></div>
        <div role="alert"><div id="notice" hidden><p id="notice-text"></p><button id="notice-close" type="button">{texts.Ok}</button></div></div>
        <footer>{texts.PoweredBy} · <a href="{root}static/{WebFiles.Embedded.Licenses.Name}">{texts.Licenses}</a></footer>
        </body>
        </html>

        """);

    /// <summary>Returns a page with a message, if there is no app to show.</summary>
    public static string Message(Texts texts, string title, string sentence, string root)
    {
        var page = new StringBuilder(1024);
        AppendHead(page, texts, title, root);
        return page.Append(CultureInfo.InvariantCulture, $"""
            </head>
            <body>
            <main><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(sentence)}</p></main>
            <footer>{texts.PoweredBy}</footer>
            </body>
            </html>

            """).ToString();
    }

    private static void AppendHead(StringBuilder page, Texts texts, string title, string root) => page.Append(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="{texts.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(title)}</title>
        <link rel="icon" href="{Icon}">
        <link rel="stylesheet" href="{root}static/{WebFiles.Embedded.Styles.Name}">

        """);
}
