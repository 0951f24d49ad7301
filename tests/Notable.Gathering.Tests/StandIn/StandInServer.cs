using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Notable.Gathering.Tests.StandIn;

/// <summary>A web server on this computer that speaks the services' languages, good and bad days included.</summary>
internal sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int atOnce, mostAtOnce;

    private StandInServer(WebApplication app) => this.app = app;

    /// <summary>Where it is; it answers on every address of this computer.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Path and query of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The user agents it was asked with.</summary>
    public ConcurrentQueue<string> Agents { get; } = new();

    /// <summary>The most requests it had in hand at one time.</summary>
    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    public static async Task<StandInServer> StartAsync(Action<IEndpointRouteBuilder> routes)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Any, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new StandInServer(app);
        app.Use(server.CountAsync);
        app.UseRouting();
        routes(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        server.Address = new($"http://127.0.0.1:{new Uri(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1")).Port}/");
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        Requests.Enqueue(context.Request.Path + context.Request.QueryString);
        Agents.Enqueue(context.Request.Headers.UserAgent.ToString());
        var count = Interlocked.Increment(ref atOnce);
        for (var most = mostAtOnce; count > most && Interlocked.CompareExchange(ref mostAtOnce, count, most) != most; most = mostAtOnce)
        {
        }
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }
}
