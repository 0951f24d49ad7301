using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Supervision;

/// <summary>
/// The workers of an app: one that accepts visitors, perhaps one that is starting, and those that end when their last visitor leaves.
/// </summary>
internal sealed class AppWorkers(ProcessStartInfo command, SharedSocket socket, string folder, long memoryLimit, ILogger log)
{
    /// <summary>Draining workers keep their memory, so the oldest must end.</summary>
    private const int MostDraining = 2;

    private static readonly TimeSpan look = TimeSpan.FromSeconds(1), longestSilence = TimeSpan.FromSeconds(30), farewell = TimeSpan.FromSeconds(10);
    private readonly Channel<Action> events = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly List<WorkerProcess> living = [];
    private readonly Dictionary<WorkerProcess, long> started = [];
    private readonly RestartDelay restarts = new();
    private readonly TaskCompletionSource<int> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcess? current, candidate;
    private Action? whenFirstReady;
    private bool isStopping;
    private int lastNumber, deaths;
    private string lastDeath = "";

    /// <summary>Keeps a worker serving until <paramref name="stop"/>. Returns 0, or the exit code of the first worker if it failed.</summary>
    public async Task<int> RunAsync(NotebookFileWatcher notebook, Action ready, CancellationToken stop)
    {
        whenFirstReady = ready;
        current = Start();
        // Queued connections are accepted as soon as possible, even if the notebook is not ready.
        current.Accept();
        await using var timer = new Timer(_ => events.Writer.TryWrite(() => Look(notebook)), null, look, look).ConfigureAwait(false);
        await using var stopping = stop.Register(() => events.Writer.TryWrite(Stop)).ConfigureAwait(false);
        await foreach (var happening in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            happening();
        return failed.Task.IsCompleted ? await failed.Task.ConfigureAwait(false) : 0;
    }

    private WorkerProcess Start()
    {
        var worker = WorkerProcess.Start(
            command, ++lastNumber, socket, folder, deaths, lastDeath,
            reported: (from, line) => events.Writer.TryWrite(() => Reported(from, line)),
            ended: from => events.Writer.TryWrite(() => Ended(from)));
        living.Add(worker);
        started[worker] = TimeProvider.System.GetTimestamp();
        return worker;
    }

    private void Reported(WorkerProcess worker, string line)
    {
        if (isStopping)
            return;
        if (line == WorkerReport.Ready && worker == candidate)
            TakeOver();
        else if (line == WorkerReport.Ready && worker == current)
            Interlocked.Exchange(ref whenFirstReady, null)?.Invoke();
        else if (line == WorkerReport.Replace && worker == current)
        {
            log.WorkerHangs(worker.Number);
            candidate ??= Start();
        }
    }

    private void TakeOver()
    {
        var before = current!;
        current = candidate!;
        candidate = null;
        current.Accept();
        before.Drain(current.Number);
        log.WorkerTookOver(current.Number, before.Number);
        foreach (var old in living.Where(one => one.IsDraining).SkipLast(MostDraining))
            old.Stop();
    }

    private void Ended(WorkerProcess worker)
    {
        living.Remove(worker);
        started.Remove(worker, out var since);
        var (exitCode, wasReady, ending) = (worker.ExitCode, worker.IsReady, worker.Ending(memoryLimit));
        worker.Dispose();
        if (isStopping)
        {
            if (living.Count == 0)
                events.Writer.TryComplete();
        }
        else if (worker == candidate)
        {
            log.CandidateFailed(worker.Number);
            candidate = null;
        }
        else if (worker == current && !wasReady && whenFirstReady is not null)
        {
            failed.SetResult(exitCode == 0 ? 1 : exitCode);
            Stop();
        }
        else if (worker == current)
            ReplaceDead(worker.Number, ending, TimeProvider.System.GetElapsedTime(since));
    }

    private void ReplaceDead(int number, string ending, TimeSpan age)
    {
        deaths++;
        lastDeath = ending;
        // A worker that is already starting is ready sooner.
        if (candidate is not null)
        {
            log.WorkerDied(number, ending, 0);
            (current, candidate) = (candidate, null);
        }
        else
        {
            var wait = restarts.After(age);
            log.WorkerDied(number, ending, wait.TotalSeconds);
            current = null;
            if (wait > TimeSpan.Zero)
            {
                _ = StartLaterAsync(wait);
                return;
            }
            current = Start();
        }
        current.Accept();
    }

    private async Task StartLaterAsync(TimeSpan wait)
    {
        await Task.Delay(wait).ConfigureAwait(false);
        events.Writer.TryWrite(() =>
        {
            if (isStopping)
                return;
            current = Start();
            current.Accept();
        });
    }

    private void Look(NotebookFileWatcher notebook)
    {
        if (isStopping)
            return;
        foreach (var silent in living.Where(worker => worker.Silence > longestSilence))
        {
            log.WorkerSilent(silent.Number, longestSilence.TotalSeconds);
            silent.Kill();
        }
        if (current is { IsReady: true } && candidate is null && notebook.HasChanged())
        {
            log.NotebookChanged();
            candidate = Start();
        }
    }

    private void Stop()
    {
        if (isStopping)
            return;
        isStopping = true;
        foreach (var worker in living)
            worker.Stop();
        if (living.Count == 0)
            events.Writer.TryComplete();
        else
            _ = KillLaterAsync([.. living]);
    }

    private static async Task KillLaterAsync(IReadOnlyList<WorkerProcess> workers)
    {
        await Task.Delay(farewell).ConfigureAwait(false);
        foreach (var worker in workers)
            worker.Kill();
    }
}
