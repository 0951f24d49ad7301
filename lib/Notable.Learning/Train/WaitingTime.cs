using System.Diagnostics;

namespace Notable.Learning;

/// <summary>Measures how long a loop waits for its items, without the time it spends on them.</summary>
internal sealed class WaitingTime
{
    private readonly Stopwatch clock = new();

    /// <summary>The total waiting time so far.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Returns the items and measures the wait for each.</summary>
    public IEnumerable<T> For<T>(IEnumerable<T> items)
    {
        clock.Start();
        foreach (var item in items)
        {
            clock.Stop();
            yield return item;
            clock.Start();
        }
        clock.Stop();
    }
}
