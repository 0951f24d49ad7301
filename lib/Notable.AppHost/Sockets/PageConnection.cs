using System.Net.WebSockets;
using System.Threading.Channels;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// The sending side of a page's WebSocket: <see cref="Send"/> never waits, one loop writes in order. A page that takes
/// nothing while more piles up for it than there is memory for is cut off; it comes back and asks for all states anew.
/// </summary>
internal sealed class PageConnection : IAsyncDisposable
{
    /// <summary>The server no longer knows the visitor (from the range that RFC 6455 leaves to applications).</summary>
    public const WebSocketCloseStatus SessionGone = (WebSocketCloseStatus)4404;

    private const long MostQueuedBytes = 1_000_000, LongestDeafnessMs = 30_000;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan closeTimeout = TimeSpan.FromSeconds(2);
    private readonly WebSocket socket;
    private readonly Channel<Frame> queue = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly Task writing;
    private readonly TaskCompletionSource readingEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Ledger.Charge? memory;
    private long sentBytes, queuedBytes;

    /// <param name="socket">The page's WebSocket.</param>
    /// <param name="memory">Is charged for what waits to be sent; null if next to nothing will be.</param>
    public PageConnection(WebSocket socket, Ledger.Charge? memory = null)
    {
        (this.socket, this.memory) = (socket, memory);
        writing = WriteAsync();
    }

    /// <summary>How many bytes have been put into the queue.</summary>
    public long SentBytes => Interlocked.Read(ref sentBytes);

    private long QueuedBytes => Interlocked.Read(ref queuedBytes);

    public void Send(Frame frame)
    {
        Interlocked.Add(ref sentBytes, frame.Bytes.Length);
        if (memory?.TryAdd(frame.Bytes.Length) == false)
            Abort();
        else if (queue.Writer.TryWrite(frame))
            Interlocked.Add(ref queuedBytes, frame.Bytes.Length);
        else
            memory?.Give(frame.Bytes.Length);
    }

    /// <summary>
    /// Waits until the page has taken most of what was sent to it: one that asks and does not listen is not listened to.
    /// A page that takes nothing for a while is cut off.
    /// </summary>
    public async Task CaughtUpAsync(CancellationToken cancellationToken)
    {
        var since = Environment.TickCount64;
        for (var queued = QueuedBytes; queued > MostQueuedBytes;)
        {
            await Task.Delay(look, cancellationToken).ConfigureAwait(false);
            var now = QueuedBytes;
            if (now < queued)
                since = Environment.TickCount64;
            else if (Environment.TickCount64 - since > LongestDeafnessMs)
            {
                Abort();
                return;
            }
            queued = now;
        }
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
                Interlocked.Add(ref queuedBytes, -frame.Bytes.Length);
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
