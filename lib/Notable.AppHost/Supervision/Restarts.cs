namespace Notable.AppHost.Supervision;

/// <summary>How long to wait before a worker is started anew: not at all after a good while, longer and longer where they die young.</summary>
internal sealed class Restarts
{
    private static readonly TimeSpan youth = TimeSpan.FromSeconds(10), first = TimeSpan.FromSeconds(0.5), longest = TimeSpan.FromSeconds(10);
    private TimeSpan next = TimeSpan.Zero;

    /// <summary>The wait after a worker has died.</summary>
    /// <param name="age">How long it had lived.</param>
    public TimeSpan After(TimeSpan age)
    {
        if (age > youth)
            next = TimeSpan.Zero;
        var wait = next;
        next = next == TimeSpan.Zero ? first : TimeSpan.FromTicks(Math.Min(2 * next.Ticks, longest.Ticks));
        return wait;
    }
}
