using System.Text;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Sessions;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Pages;

/// <summary>The notebook that is served, with everything prepared that is the same for all visitors.</summary>
internal sealed class AppNotebook
{
    private readonly string?[] prose;
    private readonly string title;

    private AppNotebook(CompiledNotebook compiled, string title)
    {
        Compiled = compiled;
        this.title = title;
        prose = [.. compiled.Notebook.Cells.Select(cell => cell.Kind == CellKind.Markdown ? MarkdownText.ToHtml(cell.Source) : null)];
    }

    public CompiledNotebook Compiled { get; }

    /// <summary>Compiles the notebook that <paramref name="options"/> name.</summary>
    /// <exception cref="AppHostException">There is no such notebook.</exception>
    /// <exception cref="NotebookFormatException">The file is no C# notebook.</exception>
    /// <exception cref="NotebookCompilationException">A cell does not compile.</exception>
    /// <exception cref="ParameterException">A parameter does not fit.</exception>
    public static AppNotebook Compile(AppOptions options)
    {
        if (!File.Exists(options.Notebook))
            throw new AppHostException($"There is no notebook at {Path.GetFullPath(options.Notebook)}. Give the path of an .ipynb file.");
        var notebook = Notebook.Open(options.Notebook);
        var heading = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .Select(cell => MarkdownText.FirstHeading(cell.Source))
            .FirstOrDefault(found => found is not null);
        return new AppNotebook(
            CompiledNotebook.Compile(notebook, options.Environment, options.Parameters),
            heading ?? Path.GetFileNameWithoutExtension(options.Notebook));
    }

    /// <summary>The page of a visitor whose cells have run. What failed goes to <paramref name="log"/>.</summary>
    /// <param name="session">The visitor's session.</param>
    /// <param name="root">The way from the page's address to the app's root.</param>
    /// <param name="maxUploadBytes">The limit that the page states.</param>
    /// <param name="log">The author's log.</param>
    public string Page(AppSession session, string root, long maxUploadBytes, ILogger log) =>
        PageTemplate.App(title, root, $"api/session/{session.Id}/channels", maxUploadBytes, page =>
        {
            var runs = session.Notebook.Runs.ToDictionary(run => run.Cell.Index);
            for (var i = 0; i < prose.Length; i++)
                if (prose[i] is { } html)
                    page.Append("<section class=\"markdown\">\n").Append(html).Append("</section>\n");
                else if (runs.TryGetValue(i, out var run))
                    AppendRun(page, run, session, log);
        });

    private static void AppendRun(StringBuilder page, CellRun run, AppSession session, ILogger log)
    {
        var outputs = run.Outputs;
        OutputHtml.Append(page, outputs);
        if (OutputHtml.ErrorStream(outputs) is { Length: > 0 } text)
            log.ErrorStream(run.Cell.Number, session.LogName, text);
        if (run.Error is null)
            return;
        var reference = ErrorReference.Next();
        log.CellFailed(run.Error, reference, run.Cell.Number, session.LogName);
        OutputHtml.AppendError(page, ErrorReference.Sentence(reference));
    }
}
