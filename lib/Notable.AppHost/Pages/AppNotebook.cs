using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sessions;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Pages;

/// <summary>The notebook that is served, with everything prepared that is the same for all visitors.</summary>
internal sealed class AppNotebook
{
    private readonly FrozenDictionary<string, Prose> prose;
    private readonly CellTags[] tags;

    private AppNotebook(CompiledNotebook compiled, string name)
    {
        Compiled = compiled;
        tags = [.. compiled.Notebook.Cells.Select(CellTags.Of)];
        prose = Texts.All.ToFrozenDictionary(texts => texts.Code, texts => Prose.Of(compiled.Notebook, texts.Code, name));
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
        return new AppNotebook(
            // One visitor's endless loop is not to cost the others their worker.
            CompiledNotebook.Compile(notebook, options.Environment with { IsInterruptible = true }, options.Parameters), Path.GetFileNameWithoutExtension(options.Notebook));
    }

    /// <summary>The page of a visitor whose cells have run. What failed goes to <paramref name="log"/>.</summary>
    /// <param name="session">The visitor's session.</param>
    /// <param name="root">The way from the page's address to the app's root.</param>
    /// <param name="maxUploadBytes">The limit that the page states.</param>
    /// <param name="log">The author's log.</param>
    public string Page(AppSession session, string root, long maxUploadBytes, ILogger log)
    {
        var own = prose[session.Language.Texts.Code];
        return PageTemplate.App(session.Language.Texts, own.Title, root, $"api/session/{session.Id}", maxUploadBytes, page =>
        {
            var runs = session.Notebook.Runs.ToDictionary(run => run.Cell.Index);
            for (var i = 0; i < tags.Length; i++)
                if (tags[i].IsHidden)
                    Report(runs.GetValueOrDefault(i), session, log);
                else if (own.Html[i] is { } html)
                    page.Append("<section class=\"markdown\">\n").Append(html).Append("</section>\n");
                else if (runs.TryGetValue(i, out var run))
                    AppendRun(page, run, !tags[i].HidesOutput, session, log);
        });
    }

    private static void AppendRun(StringBuilder page, CellRun run, bool showsOutput, AppSession session, ILogger log)
    {
        if (showsOutput)
            OutputHtml.Append(page, run.Outputs);
        if (Report(run, session, log) is { } reference)
            OutputHtml.AppendError(page, string.Format(CultureInfo.InvariantCulture, session.Language.Texts.WentWrong, reference));
    }

    /// <summary>Tells the author what is not for visitors.</summary>
    /// <returns>The reference of an error; null where there was none.</returns>
    private static string? Report(CellRun? run, AppSession session, ILogger log)
    {
        if (run is null)
            return null;
        if (OutputHtml.ErrorStream(run.Outputs) is { Length: > 0 } text)
            log.ErrorStream(run.Cell.Number, session.LogName, text);
        if (run.Error is null)
            return null;
        var reference = ErrorReference.Next();
        HostMetrics.Failures.Add(1);
        log.CellFailed(run.Error, reference, run.Cell.Number, session.LogName);
        return reference;
    }
}
