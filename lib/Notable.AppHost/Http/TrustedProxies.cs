using System.Net;

namespace Notable.AppHost.Http;

/// <summary>The proxies whose headers about the visitor are trusted: those on this machine and those that the options name.</summary>
internal sealed class TrustedProxies
{
    public TrustedProxies(AppOptions options)
    {
        foreach (var proxy in options.Proxies)
            Networks.Add(IPNetwork.TryParse(proxy, out var network) ? network
                : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
                : throw new AppHostException($"'{proxy}' is not a proxy. Give an IP address or a network as 10.0.0.0/8."));
    }

    public List<IPNetwork> Networks { get; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    public bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network => network.Contains(plain));
    }
}
