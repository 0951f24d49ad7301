using System.Collections.Concurrent;

namespace Notable.Gathering;

/// <summary>Lets so many downloads through for each host and in all, and none for a host that asked to be left alone.</summary>
internal sealed class HostGates(DownloadOptions options)
{
    private readonly ConcurrentDictionary<string, Gate> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim all = new(options.InAll);

    /// <summary>Runs work when it is the host's turn.</summary>
    public Task<T> HostAsync<T>(string host, Func<Task<T>> work, CancellationToken cancellation) => RunAsync(GateOf(host).Turns, work, cancellation);

    /// <summary>
    /// Runs work when it is its turn among all. Taken after the host's turn and for one try only: those who wait for a slow or busy
    /// host must not keep the others out.
    /// </summary>
    public Task<T> AnyAsync<T>(Func<Task<T>> work, CancellationToken cancellation) => RunAsync(all, work, cancellation);

    /// <summary>Waits until the host may be asked again.</summary>
    public async Task RestAsync(string host, CancellationToken cancellation)
    {
        while (GateOf(host).RestUntil - options.Time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest < options.LongestWait ? rest : options.LongestWait, options.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>The host asked to be left alone for that long.</summary>
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
