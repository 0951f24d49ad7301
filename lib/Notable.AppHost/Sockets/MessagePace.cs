namespace Notable.AppHost.Sockets;

/// <summary>
/// How fast the messages of one connection are taken. A page that sends faster is not read for a moment, which slows it down
/// without loss; one whose messages are refused again and again is not our script.
/// </summary>
internal sealed class MessagePace(TimeProvider time)
{
    private const int MaxPerSecond = 200, MaxRefused = 500;
    private static readonly TimeSpan second = TimeSpan.FromSeconds(1);
    private long since = time.GetTimestamp();
    private int count, refused;

    /// <summary>Waits until the next message may be taken.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        var passed = time.GetElapsedTime(since);
        if (passed < second && ++count > MaxPerSecond)
        {
            // Real time: a clock that a test holds still must not hold the connection.
            await Task.Delay(second - passed, cancellationToken).ConfigureAwait(false);
            passed = second;
        }
        if (passed >= second)
            (since, count) = (time.GetTimestamp(), 0);
    }

    /// <exception cref="ProtocolException">Too many messages were refused.</exception>
    public void CountRefused()
    {
        if (++refused > MaxRefused)
            throw new ProtocolException($"more than {MaxRefused} messages that make no sense");
    }
}
