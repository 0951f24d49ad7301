using Notable.Display;

namespace Notable.Kernel.Polyglot;

/// <summary>A language whose cells are shown and not run by this process.</summary>
/// <param name="Name">The kernel's name: <c>#!html</c> without the first two letters.</param>
/// <param name="Language">The language's own name.</param>
/// <param name="Show">A cell's text in the forms that it is shown in.</param>
internal sealed record Markup(string Name, string Language, Func<string, MimeBundle> Show)
{
    /// <summary>HTML, JavaScript, Markdown and Mermaid.</summary>
    public static IReadOnlyList<Markup> All { get; } =
    [
        new("html", "HTML", text => MimeBundle.Html(text.Trim('\n'), text.Trim('\n'))),
        new("javascript", "JavaScript", text => MimeBundle.Html($"<script type=\"text/javascript\">{text}</script>", text.Trim('\n'))),
        new("markdown", "Markdown", text => MimeBundle.Text(text.Trim('\n')).With(MimeTypes.Markdown, text.Trim('\n'))),
        // JupyterLab draws the first by itself, others show the source.
        new("mermaid", "Mermaid", text => MimeBundle.Text(text.Trim('\n')).With("text/vnd.mermaid", text.Trim('\n')).With(MimeTypes.Markdown, $"```mermaid\n{text.Trim('\n')}\n```")),
    ];
}
