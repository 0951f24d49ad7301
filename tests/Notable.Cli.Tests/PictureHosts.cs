using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Notable.Imaging;

namespace Notable.Cli.Tests;

/// <summary>
/// Several hosts that serve pictures, <c>/N.jpg</c> with N a number, and count who asks: one server on the addresses 127.0.0.1,
/// 127.0.0.2 and so on, which are hosts of their own to whoever downloads.
/// </summary>
internal sealed class PictureHosts : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Count> hosts = new();
    private readonly Count all = new();

    private PictureHosts(WebApplication app) => this.app = app;

    /// <summary>The port on every host.</summary>
    public int Port => new Uri(app.Urls.Single()).Port;

    /// <summary>The most requests in hand at one time, from all hosts together.</summary>
    public int MostAtOnce => all.Most;

    /// <summary>The most requests in hand at one time, by host.</summary>
    public IReadOnlyDictionary<string, int> MostAtOnceByHost => hosts.ToDictionary(host => host.Key, host => host.Value.Most);

    /// <summary>How often each picture was sent whole, by its address below the host.</summary>
    public ConcurrentDictionary<string, int> Sent { get; } = new();

    /// <param name="pause">How long each picture takes.</param>
    public static async Task<PictureHosts> StartAsync(TimeSpan pause)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var app = builder.Build();
        var served = new PictureHosts(app);
        app.Run(context => served.ServeAsync(context, pause));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return served;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext context, TimeSpan pause)
    {
        var path = context.Request.Path.Value!;
        if (!int.TryParse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture, out var number))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var here = hosts.GetOrAdd(context.Request.Host.Host, _ => new()).Enter();
        using var together = all.Enter();
        await Task.Delay(pause, context.RequestAborted);
        context.Response.ContentType = "image/jpeg";
        await context.Response.Body.WriteAsync(Tinted(number).ToJpeg(), context.RequestAborted);
        Sent.AddOrUpdate(path, 1, (_, times) => times + 1);
    }

    /// <summary>A small picture of one color, another for each number.</summary>
    private static Picture Tinted(int number)
    {
        var pixels = new byte[64 * 64 * 3];
        for (var i = 0; i < pixels.Length; i += 3)
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)(number * 8), (byte)(number / 32 * 16), 128);
        return new(64, 64, pixels);
    }

    private sealed class Count : IDisposable
    {
        private readonly Lock gate = new();
        private int now;

        public int Most { get; private set; }

        public Count Enter()
        {
            lock (gate)
                Most = Math.Max(Most, ++now);
            return this;
        }

        public void Dispose()
        {
            lock (gate)
                now--;
        }
    }
}
