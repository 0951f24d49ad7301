using System.Diagnostics;
using System.Globalization;
using Notable.AppHost.Errors;
using Notable.AppHost.Http;
using Notable.AppHost.Settings;
using Notable.AppHost.Supervision;
using Notable.AppHost.Workers;

namespace Notable.AppHost;

/// <summary>
/// Keeps an app available if the process that serves it fails. The supervisor owns the listening socket and runs no code of the
/// notebook; a worker process serves. A worker that dies or stops responding is replaced, and visitors who arrive meanwhile wait.
/// A worker with a handler that cannot be stopped, or whose notebook has changed on disk, gets a successor and ends when its last
/// visitor leaves.
/// </summary>
public static class AppSupervisor
{
    /// <summary>
    /// Whether a worker can inherit the listening socket on this system. On other systems a single process listens and serves, and must be
    /// restarted by hand after a crash or when the notebook has changed.
    /// </summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Serves from one process, without a supervisor, until <paramref name="cancellationToken"/> ends it.</summary>
    /// <param name="options">The options of the app.</param>
    /// <param name="serving">Called with the app's address when the notebook is ready.</param>
    /// <param name="cancellationToken">Notifies every page and stops.</param>
    /// <inheritdoc cref="AppServer.CreateAsync(AppOptions, CancellationToken)" path="/exception"/>
    public static async Task RunAloneAsync(AppOptions options, Action<Uri> serving, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(serving);
        await using var server = await AppServer.CreateAsync(options, cancellationToken).ConfigureAwait(false);
        serving(server.Address);
        await server.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Serves until <paramref name="cancellationToken"/> ends it.</summary>
    /// <param name="options">The options, the same as the worker's. Notebook, address, port and log are used here.</param>
    /// <param name="worker">Starts a program that calls <see cref="AppWorker.RunAsync"/> with the same options.</param>
    /// <param name="serving">Called with the app's address when the first worker is ready.</param>
    /// <param name="cancellationToken">Notifies every page and stops.</param>
    /// <returns>0, or the exit code of the first worker if it failed to start; it has reported why.</returns>
    /// <exception cref="AppHostException">The address cannot be listened on.</exception>
    public static async Task<int> RunAsync(
        AppOptions options, ProcessStartInfo worker, Action<Uri> serving, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(serving);
        options.Check();
        using var log = new LateLog(options, "Notable.AppHost.Supervisor");
        using var socket = SharedSocket.Open(options);
        Constrain(worker, options);
        var folder = Directory.CreateTempSubdirectory("notable-app-");
        try
        {
            var workers = new AppWorkers(worker, socket, folder.FullName, options.MemoryBytes, log);
            return await workers.RunAsync(new NotebookFileWatcher(options.Notebook), () => serving(socket.Address), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Limits a worker's memory, as a container's limit would. Variables that are already set are kept.</summary>
    private static void Constrain(ProcessStartInfo worker, AppOptions options)
    {
        // The share of a container's memory that .NET uses for its heap.
        const double heapShare = 0.75;
        if (options.MemoryBytes < AvailableMemory.Bytes)
            worker.Environment.TryAdd("DOTNET_GCHeapHardLimit", ((long)(options.MemoryBytes * heapShare)).ToString("x", CultureInfo.InvariantCulture));
        // Each glibc arena keeps memory that decoders have freed, and by default there are up to eight per processor.
        worker.Environment.TryAdd("MALLOC_ARENA_MAX", "4");
    }
}
