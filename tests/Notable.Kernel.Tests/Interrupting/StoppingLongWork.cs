using System.Diagnostics;
using Notable.Display;
using Notable.Kernel.Interrupting;

namespace Notable.Kernel.Tests.Interrupting;

/// <summary>Work that asks between its steps if it is to stop gets the time of a step; other work is left behind soon.</summary>
public class StoppingLongWork
{
    private readonly InterruptibleThread thread = new(TimeProvider.System);

    [Fact]
    public async Task A_step_of_four_seconds_ends_in_good_order_and_its_words_are_heard()
    {
        var steps = 0;
        var stopped = await StoppedAsync(() =>
        {
            using var bar = new ProgressBar("training", 100);
            try
            {
                for (; ; bar.Report(++steps))
                    Work(TimeSpan.FromSeconds(4));
            }
            catch (OperationCanceledException cause)
            {
                throw new WorkStoppedException($"Stopped after step {steps}.", cause);
            }
        });
        Assert.Equal($"Stopped after step {steps}.", stopped.Message);
        // The thread is free: nothing goes on behind.
        Assert.False(thread.Interrupt());
    }

    [Fact]
    public async Task Work_that_has_stopped_asking_is_left_behind()
    {
        var ends = new CancellationTokenSource();
        var stopped = await StoppedAsync(() =>
        {
            using (new ProgressBar("counting", 10))
            {
            }
            while (!ends.IsCancellationRequested)
                Work(TimeSpan.FromMilliseconds(10));
        });
        Assert.Contains("Interrupt again", stopped.Message);
        await ends.CancelAsync();
    }

    [Fact]
    public async Task Work_that_only_waits_is_woken()
    {
        var stopped = await StoppedAsync(() =>
        {
            using var bar = new ProgressBar("waiting", 10);
            Thread.Sleep(Timeout.Infinite);
        });
        Assert.IsType<ThreadInterruptedException>(stopped.InnerException);
    }

    private async Task<CellInterruptedException> StoppedAsync(Action work)
    {
        var started = new TaskCompletionSource();
        var running = thread.RunAsync(() =>
        {
            using var target = DisplayTarget.Use(new RecordingTarget());
            started.SetResult();
            work();
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
        await started.Task;
        await Task.Delay(200, TestContext.Current.CancellationToken);
        thread.Interrupt();
        return await Assert.ThrowsAsync<CellInterruptedException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    // Like native code: nothing wakes it.
    private static void Work(TimeSpan time)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
            Thread.SpinWait(1000);
    }
}
