using Microsoft.CodeAnalysis;
using Notable.Kernel.Scripting.Compiling;

namespace Notable.Kernel.Language;

/// <summary>Editor services for a cell that is being written: completion, help, errors.</summary>
internal sealed class LanguageServices(CellCompiler compiler) : IDisposable
{
    private readonly Lazy<SubmissionWorkspace> workspace = new();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Returns the completions at a position.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The position, a UTF-16 index.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public Task<Completions> CompleteAsync(string code, int position, CancellationToken cancellationToken = default) =>
        MagicCompletion.At(code, position) is { } magics ? Task.FromResult(magics)
        : DirectiveCompletion.At(code, position, compiler.Folder) is { } named ? Task.FromResult(named)
        : AskAsync(code, (document, masked) => Completions.AtAsync(document, masked, position, cancellationToken), cancellationToken);

    /// <summary>Describes the symbol at a position, or the call being written there; null if nothing is known.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    public Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellationToken = default) =>
        AskAsync(code, (document, _) => Inspection.AtAsync(document, position, cancellationToken), cancellationToken);

    /// <summary>Returns the signatures of the call being written at a position; null if there is none.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    public Task<Signatures?> SignaturesAsync(string code, int position, CancellationToken cancellationToken = default) =>
        AskAsync(code, (document, _) => Signatures.AtAsync(document, position, cancellationToken), cancellationToken);

    /// <summary>Returns the compiler's errors and warnings.</summary>
    /// <inheritdoc cref="CompleteAsync"/>
    public Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string code, CancellationToken cancellationToken = default) =>
        AskAsync<IReadOnlyList<Diagnostic>>(code, async (document, _) =>
        {
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            return [.. model!.GetDiagnostics(cancellationToken: cancellationToken).Where(one => one.Severity >= DiagnosticSeverity.Warning)];
        }, cancellationToken);

    /// <summary>Prepares for the first request.</summary>
    public async Task WarmUpAsync()
    {
        const string code = "Console.WriteLine(\"\".Len";
        await CompleteAsync(code, code.Length).ConfigureAwait(false);
        await InspectAsync(code, "Console.Wri".Length).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (workspace.IsValueCreated)
            workspace.Value.Dispose();
    }

    private async Task<T> AskAsync<T>(string code, Func<Document, string, Task<T>> ask, CancellationToken cancellationToken)
    {
        var masked = MagicCompletion.Mask(code);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ask(workspace.Value.Open(compiler.Texts, compiler.Peek(masked).GetCompilation(), masked), masked).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
