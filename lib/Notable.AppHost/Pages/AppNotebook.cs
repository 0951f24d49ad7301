using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sessions;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Precompiled;

namespace Notable.AppHost.Pages;

/// <summary>The notebook that is served, with everything that is the same for all visitors.</summary>
internal sealed class AppNotebook
{
    private readonly FrozenDictionary<string, LocalizedMarkdown> markdown;
    private readonly CellTags[] tags;
    private readonly bool[] isCode;

    private AppNotebook(CompiledNotebook compiled, string name, string? folder)
    {
        Compiled = compiled;
        tags = [.. compiled.Notebook.Cells.Select(CellTags.Of)];
        var code = compiled.Cells.Select(cell => cell.Index).ToHashSet();
        isCode = [.. compiled.Notebook.Cells.Select((_, index) => code.Contains(index))];
        markdown = Texts.All.ToFrozenDictionary(texts => texts.Code, texts => LocalizedMarkdown.Of(compiled.Notebook, texts.Code, name, folder));
    }

    public CompiledNotebook Compiled { get; }

    /// <summary>Compiles the notebook that <paramref name="options"/> name.</summary>
    /// <exception cref="AppHostException">The notebook does not exist.</exception>
    /// <exception cref="NotebookFormatException">The file is not a C# notebook.</exception>
    /// <exception cref="NotebookCompilationException">A cell does not compile.</exception>
    /// <exception cref="ParameterException">A parameter is unknown or its value is invalid.</exception>
    public static AppNotebook Compile(AppOptions options)
    {
        if (!File.Exists(options.Notebook))
            throw new AppHostException($"There is no notebook at {Path.GetFullPath(options.Notebook)}. Give the path of an .ipynb file.");
        return new AppNotebook(
            (options.Parameters is { Count: > 0 } ? null : PrecompiledCells.Load(options.Notebook)) ?? CompileCells(options),
            Path.GetFileNameWithoutExtension(options.Notebook), Path.GetDirectoryName(Path.GetFullPath(options.Notebook)));
    }

    // Not inlined: a published app has no compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CompiledNotebook CompileCells(AppOptions options)
    {
        if (PrecompiledCells.Exist(options.Notebook) && !PrecompiledCells.CanCompile)
            throw new AppHostException($"{(options.Parameters is { Count: > 0 } ? "Parameters change the notebook" : $"{options.Notebook} has changed since it was published")}, and this folder has no C# compiler. Publish the notebook again; with --whole the folder can compile it.");
        var notebook = Notebook.Open(options.Notebook);
        // One visitor's endless loop must not block the worker for the others.
        return CompiledNotebook.Compile(notebook, options.Environment with { IsInterruptible = true }, options.Parameters);
    }

    /// <summary>
    /// Runs the cells for a visitor and writes the page. Finished parts are sent while a slow cell runs, so that the visitor sees
    /// them and a proxy does not time out. Errors go to <paramref name="log"/>.
    /// </summary>
    /// <param name="writer">Receives the page.</param>
    /// <param name="session">The visitor's session.</param>
    /// <param name="root">The relative path from the page to the app's root.</param>
    /// <param name="maxUploadBytes">The limit that the page states.</param>
    /// <param name="log">The author's log.</param>
    /// <param name="cancellationToken">Canceled if the visitor is gone; checked between cells.</param>
    public async Task WriteAsync(
        PageWriter writer, AppSession session, string root, long maxUploadBytes, ILogger log, CancellationToken cancellationToken)
    {
        var (texts, own, page) = (session.Language.Texts, markdown[session.Language.Texts.Code], writer.Page);
        PageTemplate.AppendStart(page, texts, own.Title, root, $"api/session/{session.Id}", session.Key, maxUploadBytes);
        CellRun? run = null;
        var hasEnded = false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (!tags[i].IsHidden && own.Html[i] is { } html)
                page.Append("<section class=\"markdown\">\n").Append(html).Append("</section>\n");
            if (!isCode[i] || hasEnded)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                run = await writer.WhileAsync(session.RunNextAsync(), cancellationToken).ConfigureAwait(false);
            }
            catch (NotebookHangsException)
            {
                OutputHtml.AppendError(page, string.Format(CultureInfo.InvariantCulture, texts.WentWrong, session.LogName));
                hasEnded = true;
                continue;
            }
            if (run is not null)
                AppendRun(page, run, tags[i], session, log);
            hasEnded = run is null or { EndsTheRun: true };
        }
        PageTemplate.AppendEnd(page, texts, root);
        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void AppendRun(StringBuilder page, CellRun run, CellTags tags, AppSession session, ILogger log)
    {
        if (!tags.IsHidden && !tags.HidesOutput)
            OutputHtml.Append(page, run.Outputs);
        if (Report(run, session, log) is { } reference && !tags.IsHidden)
            OutputHtml.AppendError(page, string.Format(CultureInfo.InvariantCulture, session.Language.Texts.WentWrong, reference));
    }

    /// <summary>Logs a cell's errors and error stream for the author.</summary>
    /// <returns>The reference of an error; null if there was none.</returns>
    private static string? Report(CellRun run, AppSession session, ILogger log)
    {
        if (OutputHtml.ErrorStream(run.Outputs) is { Length: > 0 } text)
            log.ErrorStream(run.Cell.Number, session.LogName, text);
        if (!run.EndsTheRun)
            return null;
        var reference = ErrorReference.Next();
        HostMetrics.Failures.Add(1);
        log.CellFailed(run.Error!, reference, run.Cell.Number, session.LogName);
        return reference;
    }
}
