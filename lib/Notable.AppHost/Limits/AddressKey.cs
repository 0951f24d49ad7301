using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Limits;

/// <summary>Converts addresses to the form that all limits use. An IPv6 /64 network counts as one address, because it has one owner.</summary>
internal static class AddressKey
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
