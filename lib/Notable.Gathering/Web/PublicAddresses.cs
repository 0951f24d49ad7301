using System.Net;
using System.Net.Sockets;

namespace Notable.Gathering;

/// <summary>
/// Knows which addresses are on the public Internet. An address from outside must not make this computer request its own services, its
/// network or a cloud's metadata. Reference: IANA's special-purpose address registries.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialV4 = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    }.Select(network => IPNetwork.Parse(network))];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96"), SixToFour = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork[] SpecialV6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];

    /// <summary>Returns whether an address may be connected to.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !SpecialV4.Any(network => network.Contains(address));
        // Two kinds of IPv6 addresses embed an IPv4 address.
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address))
            return Contains(new IPAddress(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(address))
            return Contains(new IPAddress(bytes.AsSpan(2, 4)));
        return GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address));
    }
}
