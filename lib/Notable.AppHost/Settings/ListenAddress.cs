using System.Net;
using System.Net.Sockets;

namespace Notable.AppHost.Settings;

/// <summary>
/// Converts <see cref="AppOptions.Host"/> and <see cref="AppOptions.Port"/> to the endpoint to listen on and to the address for a browser.
/// </summary>
internal static class ListenAddress
{
    /// <exception cref="AppHostException">The address or port is invalid.</exception>
    public static IPEndPoint Of(AppOptions options)
    {
        var address = options.Host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" => IPAddress.IPv6Any,
            _ => IPAddress.TryParse(options.Host, out var parsed)
                ? parsed
                : throw new AppHostException($"'{options.Host}' is not an address to listen on. Give an IP address (0.0.0.0 for all), localhost or *."),
        };
        return options.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? new IPEndPoint(address, options.Port)
            : throw new AppHostException($"{options.Port} is not a port. Give a number from 1 to {IPEndPoint.MaxPort}, or 0 for any free port.");
    }

    /// <summary>The address for a browser on this machine.</summary>
    public static Uri ForBrowser(AppOptions options, IPAddress address, int port)
    {
        var isAny = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
        var host = isAny ? "127.0.0.1" : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return new UriBuilder(Uri.UriSchemeHttp, host, port, options.BaseUrl.TrimEnd('/') + "/").Uri;
    }

    public static AppHostException InUse(AppOptions options, Exception cause) => new(
        $"Port {options.Port} of {options.Host} is in use, perhaps by this app started earlier. Stop it, or choose another port.", cause);

    public static AppHostException Refused(AppOptions options, Exception cause) =>
        new($"{options.Host} port {options.Port} cannot be listened on: {cause.Message}", cause);
}
