using System.Buffers;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Uploads;

/// <summary>
/// A file that arrives in pieces, in order. Memory is allocated and charged only as bytes arrive, so that an announced size
/// costs nothing.
/// </summary>
/// <param name="size">The announced size in bytes, at most 1 GB.</param>
/// <param name="place">The file's place among those being processed.</param>
/// <param name="memory">Charged for the bytes in memory.</param>
/// <param name="time">The clock.</param>
internal sealed class IncomingFile(int size, ResourceQuota.Charge place, ResourceQuota.Charge memory, TimeProvider time) : IDisposable
{
    /// <summary>The time without a new piece after which a file is dropped.</summary>
    private static readonly TimeSpan longestSilence = TimeSpan.FromSeconds(60);

    /// <summary>The minimum time limit for a whole file, which is slower than the slowest phone network.</summary>
    private static readonly TimeSpan leastDeadline = TimeSpan.FromMinutes(2);
    private const double SlowestBytesPerSecond = 16_000;
    private const int FirstBytes = 64 * 1024, FirstRead = 4 * 1024;

    private readonly SemaphoreSlim turn = new(1);
    private readonly long begun = time.GetTimestamp();
    private readonly TimeSpan deadline = leastDeadline + TimeSpan.FromSeconds(size / SlowestBytesPerSecond);
    private byte[] bytes = [];
    private long lastPiece = time.GetTimestamp();
    private volatile bool isGivenUp;

    /// <summary>The result of appending a piece.</summary>
    public enum Piece
    {
        Taken,

        /// <summary>The piece is not the next one, or exceeds the file.</summary>
        Wrong,

        /// <summary>There is no memory for it at the moment.</summary>
        NoRoom,
    }

    public int Size => size;

    /// <summary>The number of bytes received.</summary>
    public int Received { get; private set; }

    public bool IsComplete => Received == size;

    /// <summary>The bytes of a complete file.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, Received);

    /// <summary>Whether no more pieces arrive, or they arrive too slowly.</summary>
    public bool IsStalled => time.GetElapsedTime(lastPiece) > longestSilence || time.GetElapsedTime(begun) > deadline;

    /// <summary>Appends a piece. An incomplete or refused piece leaves the file unchanged.</summary>
    public async Task<Piece> AppendAsync(int offset, Stream piece, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (offset != Received || isGivenUp)
                return Piece.Wrong;
            var end = offset;
            while (end < size && await ReadAsync(piece, end, cancellationToken).ConfigureAwait(false) is not 0 and var count)
            {
                if (count < 0)
                    return Piece.NoRoom;
                end += count;
            }
            if (end == size && await piece.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
                return Piece.Wrong;
            // An empty piece does not count as progress.
            if (end > Received)
                lastPiece = time.GetTimestamp();
            Received = end;
            return Piece.Taken;
        }
        finally
        {
            turn.Release();
            if (isGivenUp)
                Release();
        }
    }

    /// <summary>Releases the place and the memory, after the piece that is being received.</summary>
    public void Dispose()
    {
        isGivenUp = true;
        if (!turn.Wait(0))
            return;
        Release();
        turn.Release();
    }

    private void Release()
    {
        place.Dispose();
        memory.Dispose();
    }

    /// <summary>Reads some bytes to the end of the file. Allocates memory only when bytes arrive.</summary>
    /// <returns>The number of bytes; 0 at the end of the piece, -1 if there is no memory for them.</returns>
    private async ValueTask<int> ReadAsync(Stream piece, int at, CancellationToken cancellationToken)
    {
        if (at < bytes.Length)
            return await piece.ReadAsync(bytes.AsMemory(at), cancellationToken).ConfigureAwait(false);
        var first = ArrayPool<byte>.Shared.Rent(FirstRead);
        try
        {
            var count = await piece.ReadAsync(first.AsMemory(0, Math.Min(FirstRead, size - at)), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return 0;
            if (!TryGrow(at + count))
                return -1;
            first.AsSpan(0, count).CopyTo(bytes.AsSpan(at));
            return count;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
        }
    }

    private bool TryGrow(int least)
    {
        var wanted = (int)Math.Min(size, Math.Max(Math.Max(FirstBytes, least), 2L * bytes.Length));
        if (!memory.TryAdd(wanted - bytes.Length))
            return false;
        Array.Resize(ref bytes, wanted);
        return true;
    }
}
