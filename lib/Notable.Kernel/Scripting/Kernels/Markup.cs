using Notable.Display;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>A language whose cells are shown, not run.</summary>
/// <param name="Name">The kernel's name, such as <c>html</c> for <c>#!html</c>.</param>
/// <param name="Language">The name of the language.</param>
/// <param name="Show">Converts a cell's text to what is shown.</param>
internal sealed record Markup(string Name, string Language, Func<string, MimeBundle> Show)
{
    /// <summary>HTML, JavaScript, Markdown and Mermaid.</summary>
    public static IReadOnlyList<Markup> All { get; } =
    [
        new("html", "HTML", text => MimeBundle.Html(text.Trim('\n'), text.Trim('\n'))),
        new("javascript", "JavaScript", text => MimeBundle.Html($"<script type=\"text/javascript\">{text}</script>", text.Trim('\n'))),
        new("markdown", "Markdown", text => MimeBundle.Text(text.Trim('\n')).With(MimeTypes.Markdown, text.Trim('\n'))),
        // JupyterLab draws the first; other front ends show the source.
        new("mermaid", "Mermaid", text => MimeBundle.Text(text.Trim('\n')).With("text/vnd.mermaid", text.Trim('\n')).With(MimeTypes.Markdown, $"```mermaid\n{text.Trim('\n')}\n```")),
    ];
}
