using System.Globalization;
using System.IO.Pipes;

namespace Notable.AppHost.Workers;

/// <summary>The worker's connection to its supervisor: orders come on standard input, reports go through a pipe.</summary>
internal sealed class SupervisorLink(WorkerSettings settings) : IAsyncDisposable
{
    private readonly StreamWriter reports = new(new AnonymousPipeClientStream(PipeDirection.Out, settings.Reports)) { AutoFlush = true };
    private readonly Lock gate = new();
    private Timer? pulse;

    public void Begin() => pulse = new Timer(_ => Report(WorkerReport.AliveWith(Environment.WorkingSet)), null, TimeSpan.Zero, WorkerReport.Interval);

    public void Report(string what)
    {
        lock (gate)
            try
            {
                reports.WriteLine(what);
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // The supervisor is gone, which the end of its orders shows as well.
            }
    }

    /// <summary>Handles the orders. Completes at the order to stop, or when the supervisor ends.</summary>
    public static Task ObeyAsync(Action accept, Action<int> drain)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line && line != WorkerOrder.Stop)
                if (line == WorkerOrder.Accept)
                    accept();
                else if (line.Split(' ') is [WorkerOrder.Drain, var number])
                    drain(int.Parse(number, CultureInfo.InvariantCulture));
            ended.SetResult();
        })
        { IsBackground = true, Name = "Notable orders" }.Start();
        return ended.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (pulse is not null)
            await pulse.DisposeAsync().ConfigureAwait(false);
        lock (gate)
            reports.Dispose();
    }
}
