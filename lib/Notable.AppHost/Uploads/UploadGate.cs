namespace Notable.AppHost.Uploads;

/// <summary>
/// How many uploads may be on their way or in work at one time, and how many bytes they may have together. Whoever finds the
/// gate closed is asked to come again; nobody is let in whom the memory does not hold.
/// </summary>
internal sealed class UploadGate(int maxUploads, long maxBytes)
{
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>How many are within.</summary>
    public int Count { get; private set; }

    /// <summary>Lets an upload in, until the result is disposed; null where there is no room.</summary>
    public IDisposable? TryEnter(long size)
    {
        lock (gate)
        {
            if (Count >= maxUploads || bytes + size > maxBytes)
                return null;
            Count++;
            bytes += size;
            return new Place(this, size);
        }
    }

    private void Leave(long size)
    {
        lock (gate)
        {
            Count--;
            bytes -= size;
        }
    }

    private sealed class Place(UploadGate owner, long size) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0)
                owner.Leave(size);
        }
    }
}
