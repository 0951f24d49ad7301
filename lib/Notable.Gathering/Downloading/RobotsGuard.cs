using System.Collections.Concurrent;
using System.Text;

namespace Notable.Gathering;

/// <summary>Checks each host's robots.txt once, for addresses that no service offers.</summary>
internal sealed class RobotsGuard(WebFetcher fetcher)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsRules>>> hosts = new();

    /// <summary>Throws if the host's robots.txt does not allow the address.</summary>
    /// <exception cref="RefusedException">It is not allowed.</exception>
    /// <exception cref="TransientWebException">The robots.txt cannot be read, which RFC 9309 treats as a refusal.</exception>
    public async Task RequireAsync(Uri address, CancellationToken cancellation)
    {
        var root = address.GetLeftPart(UriPartial.Authority);
        var rules = await hosts.GetOrAdd(root, _ => new(() => ReadAsync(new Uri(root + "/robots.txt"), cancellation))).Value.ConfigureAwait(false);
        if (!rules.Allow(address.PathAndQuery))
            throw new RefusedException($"the robots.txt of {address.Host} does not allow it");
    }

    private async Task<RobotsRules> ReadAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var bytes = await fetcher.FetchAsync(address, static _ => { }, cancellation).ConfigureAwait(false);
            return RobotsRules.Parse(Encoding.UTF8.GetString(bytes), UserAgent.Product);
        }
        catch (HttpRequestException e) when ((int?)e.StatusCode is >= 400 and < 500)
        {
            return RobotsRules.None;
        }
    }
}
