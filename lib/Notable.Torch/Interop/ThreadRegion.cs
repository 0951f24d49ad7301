namespace Notable.Torch.Interop;

/// <summary>A mode of one thread that lasts until this is disposed, which that same thread must do; a second time does nothing.</summary>
/// <param name="name">What the mode is called, for the message.</param>
/// <param name="leave">Ends the mode.</param>
internal sealed class ThreadRegion(string name, Action leave) : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private bool open = true;

    public void Dispose()
    {
        if (!open) return;
        if (thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException($"{name} was opened on another thread: there is an await inside it.");
        open = false;
        leave();
    }
}
