using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Launch;

/// <summary>
/// Does with the app what a Jupyter server with jupyter-server-proxy does for an entry with <c>absolute_url</c>: starts its command,
/// waits until the app answers, and passes on what lies below <c>{base_url}voila/</c>, with the whole path and the headers as
/// they came. Everything else is Jupyter's own, which here has nothing.
/// </summary>
internal sealed class JupyterStandIn : IAsyncDisposable
{
    private static readonly string[] hopByHop =
        ["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "TE", "Trailer", "Transfer-Encoding", "Upgrade"];

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    private readonly StringBuilder said = new();
    private readonly Process app;
    private readonly WebApplication server;
    private readonly int port;

    private JupyterStandIn(ProxyEntry entry, string baseUrl, Func<IReadOnlyList<string>, Process> start)
    {
        port = FreePort();
        app = start(entry.CommandFor(port, baseUrl));
        app.OutputDataReceived += Keep;
        app.ErrorDataReceived += Keep;
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.UseWebSockets();
        server.Map($"{baseUrl}voila/{{**rest}}", context => context.WebSockets.IsWebSocketRequest ? PassSocketAsync(context) : PassAsync(context));
    }

    /// <summary>Where a browser finds the Jupyter server.</summary>
    public Uri Address => new(server.Urls.Single());

    /// <param name="entry">What the settings say of the app.</param>
    /// <param name="baseUrl">The path of the Jupyter server, as <c>/user/anna/</c>.</param>
    /// <param name="start">Starts a command with its output redirected.</param>
    public static async Task<JupyterStandIn> StartAsync(ProxyEntry entry, string baseUrl, Func<IReadOnlyList<string>, Process> start)
    {
        var jupyter = new JupyterStandIn(entry, baseUrl, start);
        try
        {
            await jupyter.server.StartAsync(TestContext.Current.CancellationToken);
            await jupyter.WaitAsync(entry.Timeout);
            return jupyter;
        }
        catch
        {
            await jupyter.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        app.Kill(entireProcessTree: true);
        app.Dispose();
        client.Dispose();
        await server.DisposeAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }

    // Any answer will do, a refusal to connect will not.
    private async Task WaitAsync(TimeSpan timeout)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(timeout);
        while (!app.HasExited && !limit.IsCancellationRequested)
            try
            {
                using var answer = await client.GetAsync($"http://localhost:{port}/", HttpCompletionOption.ResponseHeadersRead, limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, CancellationToken.None);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                // Told below.
            }
        lock (said)
            Assert.Fail($"the app {(app.HasExited ? $"ended with {app.ExitCode}" : $"did not answer within {timeout}")}; it said:\n{said}");
    }

    private async Task PassAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target("http", context));
        if (context.Request.ContentLength > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(header => !hopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Content-Length" or "Transfer-Encoding" or "Connection")))
            context.Response.Headers.Append(name, values.ToArray());
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task PassSocketAsync(HttpContext context)
    {
        using var behind = new ClientWebSocket();
        foreach (var (name, values) in context.Request.Headers.Where(header =>
                     !hopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase) && !header.Key.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase)))
            behind.Options.SetRequestHeader(name, values.ToString());
        foreach (var protocol in context.WebSockets.WebSocketRequestedProtocols)
            behind.Options.AddSubProtocol(protocol);
        await behind.ConnectAsync(Target("ws", context), context.RequestAborted);
        // As jupyter-server-proxy does: the first that the page offers.
        using var front = await context.WebSockets.AcceptWebSocketAsync(context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault());
        await Task.WhenAny(RelayAsync(front, behind, context.RequestAborted), RelayAsync(behind, front, context.RequestAborted));
    }

    private Uri Target(string scheme, HttpContext context) =>
        new($"{scheme}://localhost:{port}{context.Request.Path.ToUriComponent()}{context.Request.QueryString}");

    private static async Task RelayAsync(WebSocket from, WebSocket to, CancellationToken cancellation)
    {
        var part = new byte[16 * 1024];
        while (await from.ReceiveAsync(part.AsMemory(), cancellation) is { MessageType: not WebSocketMessageType.Close } received)
            await to.SendAsync(part.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, cancellation);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
