using System.Collections.Concurrent;

namespace Notable.Gathering;

/// <summary>
/// Limits the number of simultaneous downloads per host and in total, and pauses hosts that asked for it, by <see cref="DownloadOptions"/>.
/// There is no fixed delay between downloads; the one between requests to a search service is <see cref="SearchOptions.Pause"/>.
/// </summary>
internal sealed class DownloadsPerHost(DownloadOptions options)
{
    private readonly ConcurrentDictionary<string, Gate> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim all = new(options.InAll);

    /// <summary>Runs work in the host's turn.</summary>
    public Task<T> HostAsync<T>(string host, Func<Task<T>> work, CancellationToken cancellation) => RunAsync(GateOf(host).Turns, work, cancellation);

    /// <summary>
    /// Runs work in its turn among all hosts. Acquired after the host's turn and for one attempt only, so that waiting for a slow or busy
    /// host does not block the others.
    /// </summary>
    public Task<T> AnyAsync<T>(Func<Task<T>> work, CancellationToken cancellation) => RunAsync(all, work, cancellation);

    /// <summary>Waits until the host's pause is over.</summary>
    public async Task RestAsync(string host, CancellationToken cancellation)
    {
        while (GateOf(host).RestUntil - options.Time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest < options.LongestWait ? rest : options.LongestWait, options.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Pauses requests to a host that asked for it.</summary>
    public void Rest(string host, TimeSpan span)
    {
        var until = options.Time.GetUtcNow() + (span < options.LongestWait ? span : options.LongestWait);
        if (GateOf(host) is var gate && until > gate.RestUntil)
            gate.RestUntil = until;
    }

    private static async Task<T> RunAsync<T>(SemaphoreSlim turns, Func<Task<T>> work, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }

    private Gate GateOf(string host) => hosts.GetOrAdd(host, _ => new(options.PerHost));

    private sealed class Gate(int turns)
    {
        public SemaphoreSlim Turns { get; } = new(turns);
        public DateTimeOffset RestUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
