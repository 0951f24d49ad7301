using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>
/// The secret with which a page accesses its session. It is sent as a WebSocket subprotocol or a header, never in a URL, which
/// proxies would log.
/// </summary>
internal static class SessionKey
{
    public const string Header = "Notable-Key";

    /// <summary>
    /// The subprotocol that the server accepts. The page offers it beside the one with the key, as Jupyter's pages do with their token.
    /// </summary>
    private const string Protocol = "notable";

    private const string KeyPrefix = Protocol + ".";

    /// <summary>Returns the subprotocol to accept; null if the page offers none.</summary>
    public static string? Accepted(HttpContext context) =>
        context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal) ? Protocol : null;

    public static string? OfSocket(HttpContext context) => context.WebSockets.WebSocketRequestedProtocols
        .FirstOrDefault(name => name.StartsWith(KeyPrefix, StringComparison.Ordinal))?[KeyPrefix.Length..];

    public static string? OfRequest(HttpContext context) => context.Request.Headers[Header];
}
