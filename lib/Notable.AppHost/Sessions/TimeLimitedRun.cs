using System.Diagnostics;
using System.Globalization;
using Notable.AppHost.Metrics;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Sessions;

/// <summary>
/// Runs a cell or a handler of a notebook with a time limit. The notebook's own code is stopped at its next checkpoint; other
/// code cannot be stopped, and its thread is abandoned.
/// </summary>
internal static class TimeLimitedRun
{
    /// <summary>How long the notebook's own code may take to stop before it is abandoned.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(2);

    /// <summary>How long a library may take to finish work that it has started.</summary>
    private static readonly TimeSpan longestWork = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan shortestLook = TimeSpan.FromMilliseconds(20), longestLook = TimeSpan.FromSeconds(1);

    static TimeLimitedRun() => LibraryWork.Listen();

    /// <summary>Runs <paramref name="code"/> on the thread pool, with the visitor's language. The time starts there.</summary>
    /// <param name="notebook">The visitor's notebook.</param>
    /// <param name="culture">The visitor's language.</param>
    /// <param name="limit">The time that it may use; waiting for a library's queue does not count.</param>
    /// <param name="owner">The owner of work in libraries.</param>
    /// <param name="code">The code of the cell or handler.</param>
    /// <param name="ended">Canceled when the visit ends; queued work is then dropped.</param>
    /// <exception cref="TimeoutException">It took too long and was stopped.</exception>
    /// <exception cref="NotebookHangsException">It took too long and could not be stopped.</exception>
    public static async Task RunAsync(
        NotebookSession notebook, CultureInfo culture, TimeSpan limit, string owner, Func<Task> code, CancellationToken ended = default)
    {
        var started = Stopwatch.GetTimestamp();
        var clock = new RunClock(owner, ended, TimeProvider.System);
        var running = Task.Run(() =>
        {
            CultureInfo.CurrentUICulture = culture;
            clock.Start();
            return code();
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
            // Nothing waits for it anymore, so its exception is ignored.
            _ = running.ContinueWith(late => late.Exception, TaskScheduler.Default);
            throw new NotebookHangsException();
        }
        finally
        {
            HostMetrics.HandlerSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Returns whether the code ends, in any way, before the time is up.</summary>
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

/// <summary>Thrown when code of a notebook continues after it was told to stop, on a thread that is lost.</summary>
internal sealed class NotebookHangsException : Exception;
