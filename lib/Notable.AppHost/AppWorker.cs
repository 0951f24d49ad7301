using Notable.AppHost.Workers;

namespace Notable.AppHost;

/// <summary>The process that serves an app for an <see cref="AppSupervisor"/>.</summary>
public static class AppWorker
{
    private static readonly TimeSpan look = TimeSpan.FromSeconds(1);

    /// <summary>Whether this process was started by a supervisor.</summary>
    public static bool IsThisProcess => WorkerSettings.OfThisProcess is not null;

    /// <summary>Serves until the supervisor stops it or ends, or, after a successor has taken over, until the last visitor has left.</summary>
    /// <exception cref="InvalidOperationException">This process was not started by a supervisor.</exception>
    /// <inheritdoc cref="AppServer.CreateAsync(AppOptions, CancellationToken)" path="/exception"/>
    public static async Task RunAsync(AppOptions options, CancellationToken cancellationToken = default)
    {
        var settings = WorkerSettings.OfThisProcess ?? throw new InvalidOperationException("this process was not started by a supervisor");
        await using var link = new SupervisorLink(settings);
        link.Begin();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listener = new WorkerListener(settings);
        var orders = SupervisorLink.ObeyAsync(listener.Open, listener.Drain);
        _ = orders.ContinueWith(_ => end.Cancel(), TaskScheduler.Default);
        await using var server = await AppServer.CreateAsync(options, listener, end.Token).ConfigureAwait(false);
        server.Hangs += () => link.Report(WorkerReport.Replace);
        link.Report(WorkerReport.Ready);
        _ = EndWithTheLastVisitorAsync(server, listener, end);
        await server.RunAsync(end.Token).ConfigureAwait(false);
    }

    private static async Task EndWithTheLastVisitorAsync(AppServer server, WorkerListener listener, CancellationTokenSource end)
    {
        using var timer = new PeriodicTimer(look);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token).ConfigureAwait(false))
                if (listener.IsDrained && server.Visitors == 0)
                    await end.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
