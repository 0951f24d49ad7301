using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// Limits the rate of messages per connection and per address. If messages come faster, reading pauses, which slows the sender
/// down without loss. A page with many refused messages does not run our script, and is disconnected.
/// </summary>
internal sealed class MessageRateLimit(AddressLimits addresses, string address)
{
    private const int Burst = 300, PerSecond = 30, MaxRefused = 200;
    private const long BytesPerMessage = 32 * 1024;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(250), refusedPause = TimeSpan.FromMilliseconds(10);
    private double tokens = Burst;
    private long last = Environment.TickCount64;
    private int refused;

    /// <summary>Waits until the next message may be read.</summary>
    /// <param name="answerBytes">The size of the last answer in bytes; a large answer counts as several messages.</param>
    /// <param name="cancellationToken">Canceled when the connection is gone.</param>
    public async Task NextAsync(long answerBytes, CancellationToken cancellationToken)
    {
        // Real time, because a stopped clock in a test must not stop the connection.
        var now = Environment.TickCount64;
        var count = 1 + (int)Math.Min(Burst, answerBytes / BytesPerMessage);
        tokens = Math.Min(Burst, tokens + (now - last) * PerSecond / 1000.0) - count;
        last = now;
        if (tokens < 0)
            await Task.Delay(TimeSpan.FromSeconds(-tokens / PerSecond), cancellationToken).ConfigureAwait(false);
        while (!addresses.MaySend(address, count))
            await Task.Delay(look, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts a refused message and delays the next one.</summary>
    /// <exception cref="PageProtocolException">Too many were refused.</exception>
    public Task RefusedAsync(CancellationToken cancellationToken) => ++refused > MaxRefused
        ? throw new PageProtocolException($"more than {MaxRefused} invalid messages")
        : Task.Delay(refusedPause * refused, cancellationToken);
}
