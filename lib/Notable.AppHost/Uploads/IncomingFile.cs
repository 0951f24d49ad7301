namespace Notable.AppHost.Uploads;

/// <summary>A file that comes in pieces, in order, into memory that it was given from the start.</summary>
internal sealed class IncomingFile(int size, IDisposable place, TimeProvider time) : IDisposable
{
    // Untouched pages of memory cost nothing: who announces much and sends little holds only a place.
    private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(size);
    private readonly SemaphoreSlim turn = new(1);
    private long lastPiece = time.GetTimestamp();

    public int Size => size;

    /// <summary>How many bytes have come.</summary>
    public int Received { get; private set; }

    public bool IsComplete => Received == size;

    /// <summary>The bytes of a complete file.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Since the last piece came.</summary>
    public TimeSpan Silence => time.GetElapsedTime(lastPiece);

    /// <summary>Appends a piece; one that breaks off halfway leaves the file as it was.</summary>
    /// <returns>False where the piece is not the next one, or is too long.</returns>
    public async Task<bool> AppendAsync(int offset, Stream piece, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (offset != Received)
                return false;
            var end = offset;
            while (end < size && await piece.ReadAsync(bytes.AsMemory(end), cancellationToken).ConfigureAwait(false) is > 0 and var count)
                end += count;
            if (end == size && await piece.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
                return false;
            Received = end;
            lastPiece = time.GetTimestamp();
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => place.Dispose();
}
