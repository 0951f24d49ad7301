using Notable.Imaging.Reading;

namespace Notable.Imaging;

/// <summary>
/// Limits the memory used by all decoding in this process. A picture that does not fit now waits; one that can never fit is refused. A few
/// small hostile files that announce a hundred megapixels each could otherwise exhaust a process's memory.
/// </summary>
public static class DecodeBudget
{
    /// <summary>Freed amounts below this are left to the garbage collector's own schedule.</summary>
    private const long SmallBytes = 32_000_000;

    private const long HeavyBytes = 128_000_000;

    private static readonly object gate = new();
    private static long maxBytes = DefaultBytes(), inUse, garbage;
    private static readonly Queue<Lease> waiting = new();

    [ThreadStatic]
    private static Holding? holding;

    /// <summary>Maximum number of bytes; by default a quarter of the memory available to the process.</summary>
    public static long MaxBytes
    {
        get => Interlocked.Read(ref maxBytes);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Interlocked.Exchange(ref maxBytes, value);
        }
    }

    /// <summary>The bytes in use.</summary>
    public static long InUse => Interlocked.Read(ref inUse);

    /// <summary>The number of pictures waiting for memory.</summary>
    public static int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>
    /// Returns whether decoding the file takes more than 128 MB, and so much time: few such pictures should be decoded at once. False if the
    /// file is not a picture.
    /// </summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="options">How it will be decoded; null for <see cref="DecodeOptions.Default"/>.</param>
    public static bool IsHeavy(ReadOnlyMemory<byte> file, DecodeOptions? options = null)
    {
        try
        {
            return DecodeCost.Of(file, FormatSniffer.Sniff(file.Span, null), options ?? DecodeOptions.Default, null) > HeavyBytes;
        }
        catch (ImagingException)
        {
            return false;
        }
    }

    /// <summary>
    /// Keeps memory decoded on this thread charged until the result is disposed, because the pictures are still in use; otherwise only the
    /// decoding itself is charged.
    /// </summary>
    public static IDisposable Keep() => new Holding();

    /// <summary>Waits until there is room for decoding a file; disposing the result releases it.</summary>
    /// <exception cref="ImageTooLargeException">The file needs more than the whole budget.</exception>
    internal static IDisposable Take(ReadOnlyMemory<byte> file, PictureFormat format, DecodeOptions options, string? name)
    {
        var bytes = DecodeCost.Of(file, format, options, name);
        if (bytes > MaxBytes)
            throw new ImageTooLargeException(name,
                $"takes {bytes / 1e6:0} MB of memory to decode, and the limit is {MaxBytes / 1e6:0} MB; save it smaller, or without interlacing, first");
        var lease = new Lease(bytes);
        lock (gate)
        {
            // To prevent deadlocks, a thread that holds memory never waits.
            if (holding is not { Bytes: > 0 })
                WaitForRoom(lease);
            inUse += bytes;
        }
        return lease;
    }

    /// <summary>First in, first out, so that small pictures cannot delay a large one forever.</summary>
    private static void WaitForRoom(Lease lease)
    {
        waiting.Enqueue(lease);
        while (waiting.Peek() != lease || inUse > 0 && inUse + lease.Bytes > MaxBytes)
            Monitor.Wait(gate);
        waiting.Dequeue();
        Monitor.PulseAll(gate);
    }

    private static void Give(long bytes)
    {
        bool isTimeToCollect;
        lock (gate)
        {
            inUse -= bytes;
            garbage += bytes < SmallBytes ? 0 : bytes;
            isTimeToCollect = garbage > MaxBytes / 4;
            if (isTimeToCollect)
                garbage = 0;
            Monitor.PulseAll(gate);
        }
        // The pixels are garbage now, but still count against the process until collected.
        if (isTimeToCollect)
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: false);
    }

    private static long DefaultBytes() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    private sealed class Lease(long bytes) : IDisposable
    {
        public long Bytes => bytes;

        public void Dispose()
        {
            if (holding is { } scope)
                scope.Bytes += bytes;
            else
                Give(bytes);
        }
    }

    private sealed class Holding : IDisposable
    {
        private readonly Holding? outer = holding;

        public Holding() => holding = this;

        public long Bytes { get; set; }

        public void Dispose()
        {
            holding = outer;
            if (outer is not null)
                outer.Bytes += Bytes;
            else
                Give(Bytes);
            Bytes = 0;
        }
    }
}
