using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace Notable.AppHost.Workers;

/// <summary>
/// The other workers of the supervisor. Requests that another worker must answer (a page that reconnects to its session there, a new
/// visitor at a draining worker) are forwarded, including WebSockets.
/// </summary>
internal sealed class OtherWorkers(WorkerSettings? settings, IServiceProvider services) : IDisposable
{
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            var number = int.Parse(context.DnsEndPoint.Host.AsSpan("worker-".Length), CultureInfo.InvariantCulture);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(settings!.PrivateSocket(number)), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    });

    /// <summary>The worker that accepts new visitors; null while that is this one.</summary>
    public int? Successor { get; set; }

    /// <summary>This worker's number; 0 in a server without a supervisor.</summary>
    public int Own => settings?.Number ?? 0;

    /// <summary>Returns the running worker that a session's id names; null if it is this one or has ended.</summary>
    public int? Of(string session) =>
        settings is not null
        && int.TryParse(session.AsSpan(0, Math.Max(0, session.IndexOf('-'))), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number != Own && File.Exists(settings.PrivateSocket(number))
            ? number
            : null;

    /// <summary>Forwards a request to another worker.</summary>
    /// <returns>False if it is gone and nothing was answered.</returns>
    public async Task<bool> AnswerAsync(HttpContext context, int number)
    {
        var error = await services.GetRequiredService<IHttpForwarder>()
            .SendAsync(context, $"http://worker-{number}/", client, ForwarderRequestConfig.Empty, Unchanged.Instance)
            .ConfigureAwait(false);
        if (error is not (ForwarderError.Request or ForwarderError.NoAvailableDestinations) || context.Response.HasStarted)
            return true;
        context.Response.Clear();
        return false;
    }

    public void Dispose() => client.Dispose();

    /// <summary>Forwards the request unchanged, with the visitor's host name and the remaining path.</summary>
    private sealed class Unchanged : HttpTransformer
    {
        public static readonly Unchanged Instance = new();

        public override async ValueTask TransformRequestAsync(
            HttpContext context, HttpRequestMessage request, string destination, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(context, request, destination, cancellationToken).ConfigureAwait(false);
            request.Headers.Host = context.Request.Host.Value;
            request.Headers.Remove("X-Forwarded-For");
            if (context.Connection.RemoteIpAddress is { } visitor)
                request.Headers.TryAddWithoutValidation("X-Forwarded-For", visitor.ToString());
        }
    }
}
