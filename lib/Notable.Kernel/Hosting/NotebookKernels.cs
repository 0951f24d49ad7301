using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>
/// The kernels of an interactive session: C#, HTML, JavaScript, Markdown, Mermaid and shared values. Cells are sent as commands, and
/// the resulting events become outputs.
/// </summary>
internal sealed class NotebookKernels : IDisposable
{
    private readonly IDisposable subscription;
    private CancellationTokenSource? running;

    public NotebookKernels(InteractiveSession session)
    {
        Session = session;
        Root = Create(session);
        subscription = Root.KernelEvents.Subscribe(new Listener());
        // Initializes the parser's tables, which is not thread-safe.
        Root.SubmissionParser.ParseDirectiveLine("#!about");
    }

    /// <summary>The C# session.</summary>
    public InteractiveSession Session { get; }

    /// <summary>All kernels.</summary>
    public CompositeKernel Root { get; }

    /// <summary>Runs a cell.</summary>
    /// <param name="source">Its text, magic commands included.</param>
    /// <param name="number">Its number, which errors show: <c>cell 3</c>.</param>
    /// <param name="target">Receives what it shows, even after it has ended.</param>
    /// <param name="kernelName">The kernel to run it; C# by default.</param>
    /// <returns>How it ended; a failed cell does not throw.</returns>
    public async Task<CellOutcome> RunAsync(string source, int number, IDisplayTarget target, string? kernelName = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var code = source.ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(code))
            return new CellOutcome(null, null);
        var output = new SubmissionOutput(target);
        var command = new SubmitCode(code, kernelName);
        new Submission(number, code, output).Attach(command);
        using var stop = new CancellationTokenSource();
        Volatile.Write(ref running, stop);
        try
        {
            var result = await Root.SendAsync(command, stop.Token).ConfigureAwait(false);
            var failure = result.Events.OfType<CommandFailed>().LastOrDefault();
            var told = output.TakeErrors();
            return failure is not null ? new CellOutcome(null, KernelErrors.After(told, KernelErrors.Of(failure, stop.IsCancellationRequested)))
                // A part of the cell failed, which the command ignores. The cell must fail.
                : told.Length > 0 ? new CellOutcome(null, new CellError("CommandFailed", told.Split('\n')[0], told.Split('\n')))
                : new CellOutcome(output.Value, null);
        }
        finally
        {
            Volatile.Write(ref running, null);
        }
    }

    /// <summary>Stops the running cell. Thread-safe.</summary>
    public void Interrupt()
    {
        // C# stops within a second and reports where. Other kernels are stopped by canceling their command.
        if (!Session.Interrupt())
            Volatile.Read(ref running)?.Cancel();
    }

    /// <summary>Prepares for the first cell.</summary>
    public async Task WarmUpAsync()
    {
        // Sent to the HTML kernel, so that the command pipeline is JIT-compiled while the C# compiler loads.
        var pipeline = Root.SendAsync(new SubmitCode("", "html"));
        await Session.WarmUpAsync().ConfigureAwait(false);
        await pipeline.ConfigureAwait(false);
    }

    public void Dispose()
    {
        subscription.Dispose();
        Root.Dispose();
    }

    private static CompositeKernel Create(InteractiveSession session)
    {
        var root = new CompositeKernel("notable") { DefaultKernelName = "csharp" };
        var csharp = new CSharpKernel(session);
        PackageDirectives.AddTo(csharp, root);
        root.Add(csharp.UseWho().UseValueSharing(), ["c#", "C#"]);
        foreach (var markup in Markup.All)
            root.Add(new MarkupKernel(markup));
        root.Add(new KeyValueStoreKernel().UseWho());
        UnsupportedLanguageKernel.AddAll(root);
        CommonDirectives.AddTo(root);
        InputRequests.AddTo(root);
        return root;
    }

    /// <summary>Passes each event to the output of its submission.</summary>
    private sealed class Listener : IObserver<KernelEvent>
    {
        public void OnNext(KernelEvent published)
        {
            try
            {
                Submission.Of(published.Command)?.Output.Take(published);
            }
            catch (Exception error)
            {
                // A subscriber that throws would get no further events.
                ConsoleRouter.Error.WriteLine($"notable: {published.GetType().Name} could not be shown: {error}");
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => ConsoleRouter.Error.WriteLine($"notable: the kernels failed: {error}");
    }
}
