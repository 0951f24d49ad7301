using Notable.AppHost.Limits;

namespace Notable.AppHost.Sockets;

/// <summary>
/// How fast the messages of one connection, and of one address, are taken. Who sends faster is not read for a moment, which
/// slows down without loss; a page whose messages are refused again and again is not our script.
/// </summary>
internal sealed class MessagePace(AddressLimits addresses, string address)
{
    private const int Burst = 300, PerSecond = 30, MaxRefused = 200;
    private const long BytesPerMessage = 32 * 1024;
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(250), refusedPause = TimeSpan.FromMilliseconds(10);
    private double tokens = Burst;
    private long last = Environment.TickCount64;
    private int refused;

    /// <summary>Waits until the next message may be taken.</summary>
    /// <param name="answerBytes">How much the last one was answered with: a large answer counts as several messages.</param>
    /// <param name="cancellationToken">The connection is gone.</param>
    public async Task NextAsync(long answerBytes, CancellationToken cancellationToken)
    {
        // Real time: a clock that a test holds still must not hold the connection.
        var now = Environment.TickCount64;
        var count = 1 + (int)Math.Min(Burst, answerBytes / BytesPerMessage);
        tokens = Math.Min(Burst, tokens + (now - last) * PerSecond / 1000.0) - count;
        last = now;
        if (tokens < 0)
            await Task.Delay(TimeSpan.FromSeconds(-tokens / PerSecond), cancellationToken).ConfigureAwait(false);
        while (!addresses.MaySend(address, count))
            await Task.Delay(look, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts a message that was refused, and makes the next one wait.</summary>
    /// <exception cref="ProtocolException">Too many were refused.</exception>
    public Task RefusedAsync(CancellationToken cancellationToken) => ++refused > MaxRefused
        ? throw new ProtocolException($"more than {MaxRefused} messages that make no sense")
        : Task.Delay(refusedPause * refused, cancellationToken);
}
