using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Http;

/// <summary>A web server with nothing in it but what an app needs: no settings files, no environment variables.</summary>
internal static class Listener
{
    /// <summary>Nothing is ever posted here; files come over the WebSocket.</summary>
    private const long MaxRequestBodyBytes = 16 * 1024;

    private static readonly TimeSpan shutdownTimeout = TimeSpan.FromSeconds(5);

    public static WebApplication Build(AppOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdownTimeout);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // What it says of a failed start is thrown as well, and told there in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        (options.Logging ?? ConsoleLines)(builder.Logging);
        return builder.Build();
    }

    /// <summary>Starts listening; gives the address for a browser on this machine.</summary>
    /// <exception cref="AppHostException">The address cannot be listened on.</exception>
    public static async Task<Uri> StartAsync(WebApplication app, AppOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new AppHostException(
                $"Port {options.Port} of {options.Host} is in use, perhaps by this app, started before. Stop that, or choose another port.", error);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new AppHostException($"{options.Host} port {options.Port} cannot be listened on: {error.Message}", error);
        }
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var host = IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? "127.0.0.1"
            : bound.Host;
        return new UriBuilder(bound) { Host = host, Path = options.BaseUrl.TrimEnd('/') + "/" }.Uri;
    }

    private static void Configure(KestrelServerOptions kestrel, AppOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
        var address = options.Host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" => IPAddress.IPv6Any,
            _ => IPAddress.TryParse(options.Host, out var parsed)
                ? parsed
                : throw new AppHostException($"'{options.Host}' is no address to listen on. Give an IP address (0.0.0.0 for all), localhost or *."),
        };
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new AppHostException($"There is no port {options.Port}. Give a number from 1 to {IPEndPoint.MaxPort}, or 0 for any that is free.");
        kestrel.Listen(address, options.Port);
    }

    private static void ConsoleLines(ILoggingBuilder logging) => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = false;
        console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
    });
}
