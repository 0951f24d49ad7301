using System.Net.WebSockets;
using System.Threading.Channels;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// The sending side of a page's WebSocket: <see cref="Send"/> never waits, one loop writes in order. A page that takes
/// nothing while more piles up for it than there is memory for is cut off; it comes back and asks for all states anew.
/// </summary>
internal sealed class Connection : IAsyncDisposable
{
    /// <summary>The server no longer knows the visitor (from the range that RFC 6455 leaves to applications).</summary>
    public const WebSocketCloseStatus SessionGone = (WebSocketCloseStatus)4404;

    private static readonly TimeSpan closeTimeout = TimeSpan.FromSeconds(2);
    private readonly WebSocket socket;
    private readonly Channel<Frame> queue = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly Task writing;
    private readonly TaskCompletionSource readingEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Ledger.Charge? memory;
    private long sentBytes;

    /// <param name="socket">The page's WebSocket.</param>
    /// <param name="memory">Is charged for what waits to be sent; null if next to nothing will be.</param>
    public Connection(WebSocket socket, Ledger.Charge? memory = null)
    {
        (this.socket, this.memory) = (socket, memory);
        writing = WriteAsync();
    }

    /// <summary>How many bytes have been put into the queue.</summary>
    public long SentBytes => Interlocked.Read(ref sentBytes);

    public void Send(Frame frame)
    {
        Interlocked.Add(ref sentBytes, frame.Bytes.Length);
        if (memory?.TryAdd(frame.Bytes.Length) == false)
            Abort();
        else if (!queue.Writer.TryWrite(frame))
            memory?.Give(frame.Bytes.Length);
    }

    public void Abort()
    {
        queue.Writer.TryComplete();
        socket.Abort();
    }

    /// <summary>Tells that the reading side has come to its end: by the page's goodbye, or because nobody reads any more.</summary>
    public void ReadingEnded() => readingEnded.TrySetResult();

    /// <summary>Sends what is queued, says goodbye and, where somebody reads, waits a moment for the page to do so too.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        queue.Writer.TryComplete();
        using var timeout = new CancellationTokenSource(closeTimeout);
        try
        {
            await writing.WaitAsync(timeout.Token).ConfigureAwait(false);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, reason, timeout.Token).ConfigureAwait(false);
            await readingEnded.Task.WaitAsync(timeout.Token).ConfigureAwait(false);
        }
        // The page is gone already, or takes nothing any more.
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    /// <summary>Waits for the writing side, which an orderly end has let finish before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!writing.IsCompleted)
            Abort();
        await writing.ConfigureAwait(false);
        memory?.Dispose();
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var frame in queue.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await socket.SendAsync(frame.Bytes, frame.Type, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
                memory?.Give(frame.Bytes.Length);
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The reading side sees the same end and acts on it.
            queue.Writer.TryComplete();
        }
    }
}
