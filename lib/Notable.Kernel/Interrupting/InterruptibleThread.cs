using System.Collections.Concurrent;
using System.Runtime;
using Notable.Display;
using Notable.Shared;

namespace Notable.Kernel.Interrupting;

/// <summary>
/// The thread that cells run on, one after another. <see cref="Interrupt"/> is what Stop calls; it stops the cell in stages: cancels its
/// token, which checkpoints and awaits notice, then interrupts the thread, in case it waits. If neither helps, the thread is abandoned with
/// the cell, and the next cell gets a new one.
/// </summary>
internal sealed class InterruptibleThread
{
    /// <summary>Room for deep recursion in a cell.</summary>
    private const int StackBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan untilWoken = TimeSpan.FromMilliseconds(150), untilLeft = TimeSpan.FromMilliseconds(600);

    /// <summary>
    /// Limits for work that checks for a stop only between steps: a batch of a training takes up to several seconds and must not be aborted.
    /// </summary>
    private static readonly TimeSpan untilStepEnds = TimeSpan.FromSeconds(30), stepLook = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<InterruptRequest, bool> left = [];
    private readonly TimeProvider time;
    private BlockingCollection<Action> work = [];
    private Thread? thread;
    private InterruptRequest? running;

    public InterruptibleThread(TimeProvider time) => this.time = time;

    /// <summary>
    /// Stops the running cell. If none runs, aborts the abandoned ones. The runtime does not always survive that (.NET 10, measured:
    /// occasionally the process ends), so it is not done unless asked for.
    /// </summary>
    /// <returns>Whether there was anything to stop.</returns>
    public bool Interrupt()
    {
        if (Volatile.Read(ref running) is { } cell)
        {
            cell.Stop();
            return true;
        }
        var isAny = !left.IsEmpty;
        foreach (var stubborn in left.Keys)
            // On a separate thread, because Abort waits while native code runs.
            new Thread(stubborn.Abort) { IsBackground = true, Name = "Notable abort" }.Start();
        return isAny;
    }

    /// <summary>Returns whether a request belongs to the running cell.</summary>
    public bool IsRunning(InterruptRequest cell) => Volatile.Read(ref running) == cell;

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">Its code. Its exceptions propagate.</param>
    /// <param name="stop">Stops it, as <see cref="Interrupt"/> does.</param>
    /// <exception cref="CellInterruptedException">It was interrupted and did not end by itself.</exception>
    public async Task RunAsync(Func<Task> cell, CancellationToken stop = default)
    {
        var interrupt = new InterruptRequest();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref running, interrupt);
        var context = ExecutionContext.Capture()!;
        Post(() => Run(cell, context, interrupt, ended));
        await using var stopping = interrupt.Token.Register(() => { _ = StopAsync(interrupt, ended); }).ConfigureAwait(false);
        await using var asked = stop.Register(interrupt.Stop).ConfigureAwait(false);
        try
        {
            await ended.Task.ConfigureAwait(false);
        }
        catch (Exception thrown) when (interrupt.IsRequested && thrown is not CellInterruptedException && IsBrokenOff(thrown))
        {
            throw new CellInterruptedException(thrown, (thrown as WorkStoppedException)?.Message);
        }
        finally
        {
            Volatile.Write(ref running, null);
            if (!left.ContainsKey(interrupt))
                interrupt.Dispose();
        }
    }

    private static bool IsBrokenOff(Exception thrown) => thrown is OperationCanceledException or ThreadInterruptedException
        || (thrown is AggregateException many && many.Flatten().InnerExceptions.All(IsBrokenOff));

    private async Task StopAsync(InterruptRequest interrupt, TaskCompletionSource ended)
    {
        var victim = thread!;
        if (await EndsWithinAsync(untilWoken).ConfigureAwait(false))
            return;
        // A thread that sleeps or waits is not in a step, so it is interrupted at once.
        for (var waited = TimeSpan.Zero; waited < untilStepEnds && interrupt.Work is { AsksBetweenSteps: true }; waited += stepLook)
        {
            if (await EndsWithinAsync(stepLook).ConfigureAwait(false))
                return;
            if (victim.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                break;
        }
        victim.Interrupt();
        if (await EndsWithinAsync(untilLeft).ConfigureAwait(false))
            return;
        left.TryAdd(interrupt, true);
        Leave();
        ended.TrySetException(new CellInterruptedException(null,
            "The cell was interrupted, but its code has not stopped and continues in the background. "
            + "Interrupt again to abort it; that may end the kernel and lose all variables."));

        async Task<bool> EndsWithinAsync(TimeSpan limit)
        {
            try
            {
                await ended.Task.WaitAsync(limit, time).ConfigureAwait(false);
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
            catch (Exception)
            {
                // It ended with an exception.
                return true;
            }
        }
    }

    private void Post(Action action)
    {
        if (thread is null)
        {
            work = [];
            var mine = work;
            thread = MainHeapThread.Start(() => Serve(mine), "Notable cells", StackBytes);
        }
        work.Add(action);
    }

    private void Leave()
    {
        work.CompleteAdding();
        thread = null;
    }

    private static void Serve(BlockingCollection<Action> work)
    {
        while (true)
            try
            {
                foreach (var action in work.GetConsumingEnumerable())
                    action();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // The interrupt was for a cell that had just ended.
            }
    }

    private void Run(Func<Task> cell, ExecutionContext context, InterruptRequest interrupt, TaskCompletionSource ended)
    {
        try
        {
            Exception? thrown = null;
#pragma warning disable SYSLIB0046 // The last resort, used only if the alternative is a restart.
            ControlledExecution.Run(() => ExecutionContext.Run(context, _ => thrown = Outcome(cell, interrupt), null), interrupt.AbortToken);
#pragma warning restore SYSLIB0046
            if (thrown is null)
                ended.TrySetResult();
            else
                ended.TrySetException(thrown);
        }
        catch (Exception aborted)
        {
            ended.TrySetException(new CellInterruptedException(aborted));
        }
        if (left.TryRemove(interrupt, out _))
            interrupt.Dispose();
    }

    private static Exception? Outcome(Func<Task> cell, InterruptRequest interrupt)
    {
        try
        {
            interrupt.Use();
            cell().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
