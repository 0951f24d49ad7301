using System.Net.WebSockets;
using System.Threading.Channels;
using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// The sending side of a page's WebSocket. <see cref="Send"/> never waits; a loop writes the messages in order. If a page does not
/// receive and its queue exceeds the memory limit, it is disconnected; it then reconnects and requests all states again.
/// </summary>
internal sealed class PageConnection : IAsyncDisposable
{
    /// <summary>The visitor's session no longer exists. In the range that RFC 6455 reserves for applications.</summary>
    public const WebSocketCloseStatus SessionGone = (WebSocketCloseStatus)4404;

    private const long MostQueuedBytes = 1_000_000, LongestDeafnessMs = 30_000;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan closeTimeout = TimeSpan.FromSeconds(2);
    private readonly WebSocket socket;
    private readonly Channel<Frame> queue = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly Task writing;
    private readonly TaskCompletionSource readingEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ResourceQuota.Charge? memory;
    private long sentBytes, queuedBytes;

    /// <param name="socket">The page's WebSocket.</param>
    /// <param name="memory">Charged for queued messages; null if there will be hardly any.</param>
    public PageConnection(WebSocket socket, ResourceQuota.Charge? memory = null)
    {
        (this.socket, this.memory) = (socket, memory);
        writing = WriteAsync();
    }

    /// <summary>The number of bytes queued so far.</summary>
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
    /// Waits until the page has received most of its messages, so that a page that only sends is slowed down.
    /// A page that receives nothing for a while is disconnected.
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

    /// <summary>Records that nothing more is read: the page has closed the connection, or reading has stopped.</summary>
    public void ReadingEnded() => readingEnded.TrySetResult();

    /// <summary>
    /// Sends the queued messages and the close message, then waits for the page's close message, unless <see cref="ReadingEnded"/> was called.
    /// Aborts the connection after two seconds.
    /// </summary>
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
        // The page is gone or no longer receives.
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    /// <summary>Waits for the writing loop, which has already finished if the connection was closed normally.</summary>
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
            // The reading side gets the same error and handles it.
            queue.Writer.TryComplete();
        }
    }
}
