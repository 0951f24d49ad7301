using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Kernel.Interrupting;

namespace Notable.Kernel.Polyglot;

/// <summary>
/// Publishes what C# shows as events of its command. It is also where long work of the library hears that its cell is to stop.
/// </summary>
internal sealed class SubmissionTarget(CSharpKernel kernel, KernelInvocationContext context, KernelCommand command) : IDisplayTarget
{
    // A context keeps every event until its command ends. What a chatty cell publishes beyond this passes it by.
    private const int MaxKept = 1_000;
    private int kept;

    public bool IsInteractive => true;

    public void Display(MimeBundle bundle, string displayId)
    {
        Interruption.ThrowIfRequested();
        Publish(new DisplayedValueProduced(bundle, command, bundle.ToFormattedValues(), displayId));
    }

    /// <summary>Never stops the caller: what is shown already is brought to its last state while a cell ends.</summary>
    public void Update(string displayId, MimeBundle bundle) =>
        Publish(new DisplayedValueUpdated(bundle, displayId, command, bundle.ToFormattedValues()));

    public void Write(OutputStream stream, string text)
    {
        Interruption.ThrowIfRequested();
        if (text.Length == 0)
            return;
        FormattedValue[] values = [new(MimeTypes.Text, text)];
        Publish(stream == OutputStream.Out ? new StandardOutputValueProduced(command, values) : new StandardErrorValueProduced(command, values));
    }

    public void Clear(bool wait) => Publish(new OutputCleared(wait, command));

    private void Publish(KernelEvent published)
    {
        // After its end a context takes nothing: tasks that the cell started may still show something.
        if (context.IsComplete || Interlocked.Increment(ref kept) > MaxKept)
            kernel.Tell(published);
        else
            context.Publish(published);
    }
}
