using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>
/// Publishes what C# code shows as events of its command. Showing something also stops the caller if the cell was interrupted.
/// </summary>
internal sealed class SubmissionTarget(CSharpKernel kernel, KernelInvocationContext context, KernelCommand command) : IDisplayTarget
{
    // A context keeps every event until its command ends. Further events of a cell bypass it, to limit memory.
    private const int MaxKept = 1_000;
    private int kept;

    public bool IsInteractive => true;

    public void Display(MimeBundle bundle, string displayId)
    {
        InterruptRequest.ThrowIfRequested();
        Publish(new DisplayedValueProduced(bundle, command, bundle.ToFormattedValues(), displayId));
    }

    /// <summary>Never stops the caller, since existing displays get their final state while a cell ends.</summary>
    public void Update(string displayId, MimeBundle bundle) =>
        Publish(new DisplayedValueUpdated(bundle, displayId, command, bundle.ToFormattedValues()));

    public void Write(OutputStream stream, string text)
    {
        InterruptRequest.ThrowIfRequested();
        if (text.Length == 0)
            return;
        FormattedValue[] values = [new(MimeTypes.Text, text)];
        Publish(stream == OutputStream.Out ? new StandardOutputValueProduced(command, values) : new StandardErrorValueProduced(command, values));
    }

    public void Clear(bool wait) => Publish(new OutputCleared(wait, command));

    private void Publish(KernelEvent published)
    {
        // A completed context drops events, but tasks that the cell started may still show something.
        if (context.IsComplete || Interlocked.Increment(ref kept) > MaxKept)
            kernel.Tell(published);
        else
            context.Publish(published);
    }
}
