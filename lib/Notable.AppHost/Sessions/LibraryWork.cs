using System.Diagnostics;

namespace Notable.AppHost.Sessions;

/// <summary>
/// Listens to work that libraries queue for a cell or a handler. Such a library starts an activity of the source
/// <c>Notable.Work</c> when it puts something into its queue, and stops it when that is done; the properties that it finds
/// on the activity say whom the work is for (<c>owner</c>, a string), when it is no longer wanted (<c>canceled</c>, a
/// <see cref="CancellationToken"/>), and take the message that its turn has come (<c>begun</c>, an <see cref="Action"/>).
/// So neither needs a reference to the other, as with meters.
/// </summary>
internal static class LibraryWork
{
    private const string Clock = "clock", HasBegun = "hasBegun";

    private static readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Notable.Work",
        Sample = (ref _) => TurnClock.Current is null ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
        ActivityStarted = Started,
        ActivityStopped = Stopped,
    };

    private static int waiting;

    /// <summary>How much waits for its turn, of all visitors.</summary>
    public static int Waiting => Volatile.Read(ref waiting);

    /// <summary>Begins to listen, once for the process.</summary>
    public static void Listen() => ActivitySource.AddActivityListener(listener);

    private static void Started(Activity work)
    {
        if (TurnClock.Current is not { } clock)
            return;
        work.SetCustomProperty(Clock, clock);
        work.SetCustomProperty("owner", clock.Owner);
        work.SetCustomProperty("canceled", clock.Canceled);
        work.SetCustomProperty("begun", (Action)(() =>
        {
            work.SetCustomProperty(HasBegun, true);
            Interlocked.Decrement(ref waiting);
            clock.WorkBegins();
        }));
        Interlocked.Increment(ref waiting);
        clock.WaitingBegins();
    }

    private static void Stopped(Activity work)
    {
        if (work.GetCustomProperty(Clock) is not TurnClock clock)
            return;
        if (work.GetCustomProperty(HasBegun) is true)
            clock.WorkEnds();
        else
        {
            Interlocked.Decrement(ref waiting);
            clock.WaitingEnds();
        }
    }
}
