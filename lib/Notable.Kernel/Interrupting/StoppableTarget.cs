using Notable.Display;

namespace Notable.Kernel.Interrupting;

/// <summary>A display target where long work of the library hears that it is to stop.</summary>
internal sealed class StoppableTarget(IDisplayTarget target) : IDisplayTarget
{
    public bool IsInteractive => target.IsInteractive;

    public void Display(MimeBundle bundle, string displayId)
    {
        Interruption.ThrowIfRequested();
        target.Display(bundle, displayId);
    }

    /// <summary>Never stops the caller: what is shown already is brought to its last state.</summary>
    public void Update(string displayId, MimeBundle bundle) => target.Update(displayId, bundle);

    public void Write(OutputStream stream, string text)
    {
        Interruption.ThrowIfRequested();
        target.Write(stream, text);
    }

    public void Clear(bool wait) => target.Clear(wait);
}
