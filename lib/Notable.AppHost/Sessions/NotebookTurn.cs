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
    /// <summary>From the order to stop to giving up.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs <paramref name="turn"/> on a thread of the pool, with the visitor's language.</summary>
    /// <exception cref="TimeoutException">It took too long, and was stopped.</exception>
    /// <exception cref="NotebookHangsException">It took too long, and could not be stopped.</exception>
    public static async Task RunAsync(NotebookSession notebook, CultureInfo culture, TimeSpan limit, Func<Task> turn)
    {
        var started = Stopwatch.GetTimestamp();
        var running = Task.Run(() =>
        {
            CultureInfo.CurrentUICulture = culture;
            return turn();
        });
        try
        {
            if (await EndsWithinAsync(running, limit).ConfigureAwait(false))
            {
                await running.ConfigureAwait(false);
                return;
            }
            notebook.Interrupt();
            throw await EndsWithinAsync(running, grace).ConfigureAwait(false) ? new TimeoutException() : new NotebookHangsException();
        }
        finally
        {
            HostMetrics.HandlerSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    private static async Task<bool> EndsWithinAsync(Task running, TimeSpan limit)
    {
        try
        {
            await running.WaitAsync(limit).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            // Nobody waits for it any more; what it throws is of no interest.
            _ = running.ContinueWith(late => late.Exception, TaskScheduler.Default);
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}

/// <summary>Code of a notebook runs on after it was told to stop, on a thread that is lost.</summary>
internal sealed class NotebookHangsException : Exception;
