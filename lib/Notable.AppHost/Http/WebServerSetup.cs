using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Settings;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Http;

/// <summary>Sets up a web server with only what an app needs: no settings files, no environment variables.</summary>
internal static class WebServerSetup
{
    private static readonly TimeSpan shutdownTimeout = TimeSpan.FromSeconds(5);

    public static WebApplication Build(AppOptions options, WorkerListener? worker)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        var connections = new ConnectionLimit(options);
        ILogger? log = null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            Limit(kestrel, options);
            if (worker is null)
                kestrel.Listen(ListenAddress.Of(options), Limited);
            else
                worker.Configure(kestrel, Limited);
        });
        builder.Services.AddRoutingCore();
        worker?.AddTo(builder.Services);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdownTimeout);
        HostLog.SetUp(builder.Logging, options);
        var app = builder.Build();
        log = HostLog.Create(app.Services.GetRequiredService<ILoggerFactory>(), options.TimeProvider);
        return app;

        void Limited(ListenOptions listen) => connections.Use(listen, () => log!);
    }

    /// <summary>Starts listening. Returns the address for a browser on this machine.</summary>
    /// <exception cref="AppHostException">The address cannot be listened on.</exception>
    public static async Task<Uri> StartAsync(WebApplication app, AppOptions options, CancellationToken cancellationToken)
    {
        var wanted = ListenAddress.Of(options);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw ListenAddress.InUse(options, error);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw ListenAddress.Refused(options, error);
        }
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Port > 0 ? uri.Port : wanted.Port).First();
        return ListenAddress.ForBrowser(options, wanted.Address, bound);
    }

    private static void Limit(KestrelServerOptions kestrel, AppOptions options)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // A refused piece is still read to its end: aborting the connection would lose the answer.
        limits.MaxRequestBodySize = 2 * UploadEndpoint.MaxPieceBytes;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        // The memory that a connection may fill while nothing reads from it.
        limits.MaxRequestBufferSize = 128 * 1024;
        // Slow senders and receivers do not keep a connection for long.
        limits.RequestHeadersTimeout = options.SlowClientTimeout;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1000, gracePeriod: options.SlowClientTimeout);
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1000, gracePeriod: options.SlowClientTimeout);
        // A browser opens up to six connections besides its WebSocket.
        limits.MaxConcurrentConnections = 8L * options.MaxVisitors + 64;
    }
}
