using System.Diagnostics;
using System.Globalization;
using Notable.AppHost.Metrics;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Sessions;

/// <summary>
/// One turn of a notebook's code, a cell's or a handler's, under a time limit. Code of the notebook that loops or waits is
/// stopped at its next checkpoint; code elsewhere cannot be, and is left behind.
/// </summary>
internal static class NotebookTurn
{
    /// <summary>From the order to stop to giving up, while the notebook's own code runs.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(2);

    /// <summary>How long a library may still work on what it had begun.</summary>
    private static readonly TimeSpan longestWork = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan shortestLook = TimeSpan.FromMilliseconds(20), longestLook = TimeSpan.FromSeconds(1);

    static NotebookTurn() => LibraryWork.Listen();

    /// <summary>Runs <paramref name="turn"/> on a thread of the pool, with the visitor's language. The clock starts there.</summary>
    /// <param name="notebook">The visitor's notebook.</param>
    /// <param name="culture">The visitor's language.</param>
    /// <param name="limit">The time that the turn may use; waiting for a library's queue does not count.</param>
    /// <param name="owner">Whom work of libraries is charged to.</param>
    /// <param name="turn">The code.</param>
    /// <param name="ended">Canceled when the visit ends: work that waits is then dropped.</param>
    /// <exception cref="TimeoutException">It took too long, and was stopped.</exception>
    /// <exception cref="NotebookHangsException">It took too long, and could not be stopped.</exception>
    public static async Task RunAsync(
        NotebookSession notebook, CultureInfo culture, TimeSpan limit, string owner, Func<Task> turn, CancellationToken ended = default)
    {
        var started = Stopwatch.GetTimestamp();
        var clock = new TurnClock(owner, ended, TimeProvider.System);
        var running = Task.Run(() =>
        {
            CultureInfo.CurrentUICulture = culture;
            clock.Start();
            return turn();
        }, CancellationToken.None);
        _ = running.ContinueWith(_ => clock.Dispose(), TaskScheduler.Default);
        try
        {
            if (await EndsAsync(running, () => limit - clock.Used).ConfigureAwait(false))
            {
                await running.ConfigureAwait(false);
                return;
            }
            notebook.Interrupt();
            clock.Cancel();
            var (own, used) = (clock.Own, clock.Used);
            if (await EndsAsync(running, () => Shorter(grace - (clock.Own - own), longestWork - (clock.Used - used))).ConfigureAwait(false))
                throw new TimeoutException();
            // Nobody waits for it any more; what it throws is of no interest.
            _ = running.ContinueWith(late => late.Exception, TaskScheduler.Default);
            throw new NotebookHangsException();
        }
        finally
        {
            HostMetrics.HandlerSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Whether the code comes to an end, whichever, before no time is left.</summary>
    private static async Task<bool> EndsAsync(Task running, Func<TimeSpan> left)
    {
        while (!running.IsCompleted)
        {
            var time = left();
            if (time <= TimeSpan.Zero)
                return running.IsCompleted;
            using var look = new CancellationTokenSource();
            await Task.WhenAny(running, Task.Delay(Shorter(longestLook, time < shortestLook ? shortestLook : time), look.Token)).ConfigureAwait(false);
            await look.CancelAsync().ConfigureAwait(false);
        }
        return true;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>Code of a notebook runs on after it was told to stop, on a thread that is lost.</summary>
internal sealed class NotebookHangsException : Exception;
