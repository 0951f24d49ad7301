using System.Diagnostics;

namespace Notable.AppHost.Sessions;

/// <summary>
/// Tracks work that libraries queue for a cell or a handler. A library starts an activity of the source <c>Notable.Work</c> when it
/// queues something, and stops the activity when that is done. Properties of the activity tell the library whom the work is for
/// (<c>owner</c>, a string) and when it is no longer needed (<c>canceled</c>, a <see cref="CancellationToken"/>); the library calls
/// <c>begun</c> (an <see cref="Action"/>) when it starts the work. This way neither needs a reference to the other, as with meters.
/// </summary>
internal static class LibraryWork
{
    private const string Clock = "clock", HasBegun = "hasBegun";

    private static readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Notable.Work",
        Sample = (ref _) => RunClock.Current is null ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
        ActivityStarted = Started,
        ActivityStopped = Stopped,
    };

    private static int waiting;

    /// <summary>The number of queued items of all visitors.</summary>
    public static int Waiting => Volatile.Read(ref waiting);

    /// <summary>Starts listening, once per process.</summary>
    public static void Listen() => ActivitySource.AddActivityListener(listener);

    private static void Started(Activity work)
    {
        if (RunClock.Current is not { } clock)
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
        if (work.GetCustomProperty(Clock) is not RunClock clock)
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
