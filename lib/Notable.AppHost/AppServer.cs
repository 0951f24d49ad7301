using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Http;
using Notable.AppHost.Limits;
using Notable.AppHost.Pages;
using Notable.AppHost.Sessions;
using Notable.AppHost.Workers;
using Notable.Display;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;

namespace Notable.AppHost;

/// <summary>
/// Serves a notebook as a web page, at <c>/</c> and at <c>/voila/render/NAME.ipynb</c>. Its code is compiled once and
/// hidden; each visitor gets their own variables and widgets.
/// </summary>
public sealed class AppServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SessionRegistry sessions;
    private readonly OtherWorkers others;
    private int isStopped;

    private AppServer(WebApplication app, SessionRegistry sessions, OtherWorkers others, Uri address)
    {
        this.app = app;
        this.sessions = sessions;
        this.others = others;
        Address = address;
    }

    /// <summary>Raised when code of the notebook hangs and its thread is lost.</summary>
    internal event Action? Hangs
    {
        add => sessions.NotebookHangs += value;
        remove => sessions.NotebookHangs -= value;
    }

    /// <summary>The quotas of the resources that all visitors share.</summary>
    internal ResourceLimits ResourceLimits => sessions.ResourceLimits;

    /// <summary>The address of the app for a browser on this machine.</summary>
    public Uri Address { get; }

    /// <summary>The number of visitors with a session.</summary>
    public int Visitors => sessions.Count;

    /// <summary>
    /// Starts to listen, compiles the notebook and runs it once to warm up: failing cells are logged, and what
    /// cells share (the model) is loaded before the first visitor arrives.
    /// </summary>
    /// <exception cref="AppHostException">The notebook does not exist, the address cannot be used, or a limit is invalid.</exception>
    /// <exception cref="NotebookFormatException">The file is not a C# notebook.</exception>
    /// <exception cref="NotebookCompilationException">A cell does not compile.</exception>
    /// <exception cref="ParameterException">A parameter is unknown or its value is invalid.</exception>
    public static Task<AppServer> CreateAsync(AppOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CreateAsync(options, worker: null, cancellationToken);
    }

    /// <summary>Does the same in a worker process, which uses the supervisor's listening socket.</summary>
    internal static async Task<AppServer> CreateAsync(AppOptions options, WorkerListener? worker, CancellationToken cancellationToken)
    {
        var limits = SessionLimits.Of(options);
        FormatterStyles.ComeWithThePage();
        // Compiling and starting the server run in parallel. Visitors who arrive early wait for the notebook.
        var notebook = Task.Run(() => AppNotebook.Compile(options), cancellationToken);
        var app = WebServerSetup.Build(options, worker);
        var log = HostLog.Create(app.Services.GetRequiredService<ILoggerFactory>(), options.TimeProvider);
        var (resources, addresses) = (new ResourceLimits(options), new AddressLimits(options));
        var others = new OtherWorkers(worker?.Settings, app.Services);
        worker?.Follow(others);
        var sessions = new SessionRegistry(limits, resources, addresses, others.Own, log);
        try
        {
            Routes.Map(app, options, notebook, sessions, others, worker?.Settings, log);
            // The cells, which load the model, run while the server starts: a visitor waits for both. Without a supervisor the address may be
            // in use, so no cell runs before that is known.
            var warmUp = worker is null ? null : Task.Run(TryCellsAsync, cancellationToken);
            var address = await WebServerSetup.StartAsync(app, options, cancellationToken).ConfigureAwait(false);
            await (warmUp ?? TryCellsAsync()).ConfigureAwait(false);
            log.Serving(options.Notebook, address);
            return new AppServer(app, sessions, others, address);
        }
        catch
        {
            await StopAsync(app, sessions, others).ConfigureAwait(false);
            throw;
        }

        async Task TryCellsAsync() => await WarmUp.RunAsync((await notebook.ConfigureAwait(false)).Compiled, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Serves until <paramref name="cancellationToken"/> is canceled or the process gets a signal (Ctrl-C, SIGTERM); then notifies
    /// every page and stops.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = end.Token.Register(ended.SetResult).ConfigureAwait(false);
        await ended.Task.ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends all sessions and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isStopped, 1) == 0)
            await StopAsync(app, sessions, others).ConfigureAwait(false);
    }

    private static async Task StopAsync(WebApplication app, SessionRegistry sessions, OtherWorkers others)
    {
        await sessions.DisposeAsync().ConfigureAwait(false);
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        others.Dispose();
    }
}
