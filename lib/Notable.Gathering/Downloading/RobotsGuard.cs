using System.Collections.Concurrent;
using System.Text;

namespace Notable.Gathering;

/// <summary>Asks each host's robots.txt once, for addresses that no service offers.</summary>
internal sealed class RobotsGuard(WebFetcher fetcher)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsRules>>> hosts = new();

    /// <summary>Throws where the host does not want this program there.</summary>
    /// <exception cref="RefusedException">It does not.</exception>
    /// <exception cref="TransientWebException">Its robots.txt cannot be had, which RFC 9309 takes for a no.</exception>
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
