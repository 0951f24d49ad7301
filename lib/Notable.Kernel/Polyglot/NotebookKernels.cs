using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Display;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Polyglot;

/// <summary>
/// A session's kernels: C#, and those for HTML, JavaScript, Markdown, Mermaid and values beside it. Cells become commands, and
/// the events that come of them output.
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
        // Makes the parser's tables, which two first commands at once would spoil.
        Root.SubmissionParser.ParseDirectiveLine("#!about");
    }

    /// <summary>The C# session.</summary>
    public InteractiveSession Session { get; }

    /// <summary>All kernels.</summary>
    public CompositeKernel Root { get; }

    /// <summary>Runs a cell.</summary>
    /// <param name="source">Its text, magic commands included.</param>
    /// <param name="number">What errors call it: <c>cell 3</c>.</param>
    /// <param name="target">Takes what it shows, also after it has ended.</param>
    /// <param name="kernelName">The kernel that it is written for; C# by default.</param>
    /// <returns>How it ended; a failing cell is no exception.</returns>
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
                // A part of the cell has failed, which its command passes over: the cell must not.
                : told.Length > 0 ? new CellOutcome(null, new CellError("CommandFailed", told.Split('\n')[0], told.Split('\n')))
                : new CellOutcome(output.Value, null);
        }
        finally
        {
            Volatile.Write(ref running, null);
        }
    }

    /// <summary>Stops what runs; from any thread.</summary>
    public void Interrupt()
    {
        // C# stops by itself within a second and says where; the other kernels are told by their command.
        if (!Session.Interrupt())
            Volatile.Read(ref running)?.Cancel();
    }

    /// <summary>Gets ready what the first cell needs.</summary>
    public async Task WarmUpAsync()
    {
        // Straight to the kernel for HTML: the pipeline is compiled while C# is.
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
        AbsentKernel.AddAll(root);
        Directives.AddTo(root);
        InputRequests.AddTo(root);
        return root;
    }

    /// <summary>Brings each event to the output of its submission.</summary>
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
                // A subscriber that throws would be left out from then on.
                ConsoleRouter.Error.WriteLine($"notable: {published.GetType().Name} could not be shown: {error}");
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => ConsoleRouter.Error.WriteLine($"notable: the kernels failed: {error}");
    }
}
