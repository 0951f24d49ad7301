using System.Collections.Concurrent;

namespace Notable.Gathering;

/// <summary>Lets so many downloads through for each host and in all, and none for a host that asked to be left alone.</summary>
internal sealed class HostGates(DownloadOptions options)
{
    private readonly ConcurrentDictionary<string, Gate> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim all = new(options.InAll);

    /// <summary>Runs work when it is its turn.</summary>
    public async Task<T> EnterAsync<T>(string host, Func<Task<T>> work, CancellationToken cancellation)
    {
        var gate = GateOf(host);
        // The host's turn first: those who wait for a slow host must not keep the others out.
        await gate.Turns.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await all.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                all.Release();
            }
        }
        finally
        {
            gate.Turns.Release();
        }
    }

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

    private Gate GateOf(string host) => hosts.GetOrAdd(host, _ => new(options.PerHost));

    private sealed class Gate(int turns)
    {
        public SemaphoreSlim Turns { get; } = new(turns);
        public DateTimeOffset RestUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
