using Notable.Display;
using Notable.Kernel.Hosting;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Hosting;

/// <summary>A notebook's kernels, and what its cells show.</summary>
public abstract class PolyglotCells : IDisposable
{
    private protected NotebookKernels Kernels { get; } = new(new InteractiveSession(ScriptEnvironment.Default, new NoChannel()));

    private int count;

    public void Dispose()
    {
        Kernels.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<(CellOutcome Outcome, RecordingTarget Shown)> Run(string source, string? kernel = null)
    {
        var target = new RecordingTarget();
        return (await Kernels.RunAsync(source, ++count, target, kernel).WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken), target);
    }

    /// <summary>Runs a cell that must not fail: its text, and its value's.</summary>
    private protected async Task<string> Text(string source)
    {
        var (outcome, shown) = await Run(source);
        Assert.True(outcome.Error is null, string.Join('\n', outcome.Error?.Traceback ?? []));
        return Told(shown) + outcome.Value?.PlainText;
    }

    private protected async Task<CellError> Error(string source)
    {
        var (outcome, _) = await Run(source);
        return outcome.Error ?? throw new InvalidOperationException($"expected a failure, found {outcome.Value?.PlainText ?? "none"}");
    }

    /// <summary>The text of all outputs.</summary>
    private protected static string Told(RecordingTarget shown) => string.Concat(shown.Outputs.Select(output => (string?)output!["text"] ?? (string?)output["data"]?["text/plain"]));

    /// <summary>All of one form.</summary>
    private protected static string Told(RecordingTarget shown, string mimeType) => string.Concat(shown.Outputs.Select(output => (string?)output!["data"]?[mimeType]));
}
