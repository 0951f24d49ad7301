using Notable.Display;

namespace Notable.Kernel.Interrupting;

/// <summary>A display target that stops the caller if its cell was interrupted. Long library calls stop this way.</summary>
internal sealed class InterruptibleTarget(IDisplayTarget target) : IDisplayTarget
{
    public bool IsInteractive => target.IsInteractive;

    public void Display(MimeBundle bundle, string displayId)
    {
        InterruptRequest.ThrowIfRequested();
        target.Display(bundle, displayId);
    }

    /// <summary>Never stops the caller, so that existing displays get their final state.</summary>
    public void Update(string displayId, MimeBundle bundle) => target.Update(displayId, bundle);

    public void Write(OutputStream stream, string text)
    {
        InterruptRequest.ThrowIfRequested();
        target.Write(stream, text);
    }

    public void Clear(bool wait) => target.Clear(wait);
}
