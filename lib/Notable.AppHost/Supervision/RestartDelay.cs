namespace Notable.AppHost.Supervision;

/// <summary>The delay before a worker is restarted: none if the last one ran for a while, increasing if they die early.</summary>
internal sealed class RestartDelay
{
    private static readonly TimeSpan youth = TimeSpan.FromSeconds(10), first = TimeSpan.FromSeconds(0.5), longest = TimeSpan.FromSeconds(10);
    private TimeSpan next = TimeSpan.Zero;

    /// <summary>Returns the delay after a worker has died.</summary>
    /// <param name="age">How long the worker ran.</param>
    public TimeSpan After(TimeSpan age)
    {
        if (age > youth)
            next = TimeSpan.Zero;
        var wait = next;
        next = next == TimeSpan.Zero ? first : TimeSpan.FromTicks(Math.Min(2 * next.Ticks, longest.Ticks));
        return wait;
    }
}
