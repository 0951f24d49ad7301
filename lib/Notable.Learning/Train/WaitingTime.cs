using System.Diagnostics;

namespace Notable.Learning;

/// <summary>How long a loop waits for the items it goes through; what it does with them does not count.</summary>
internal sealed class WaitingTime
{
    private readonly Stopwatch clock = new();

    /// <summary>The time waited so far.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>The items, with the waiting for each counted.</summary>
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
