using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>
/// The secret that lets a page into its session. It travels where no access log of a proxy keeps it: as a WebSocket
/// subprotocol and as a header, never in an address.
/// </summary>
internal static class SessionKey
{
    public const string Header = "Notable-Key";

    /// <summary>What the server answers with; the page offers it beside the one with the key, as Jupyter's pages do with their token.</summary>
    private const string Protocol = "notable";

    private const string KeyPrefix = Protocol + ".";

    /// <summary>The subprotocol to accept; null if the page offers none.</summary>
    public static string? Accepted(HttpContext context) =>
        context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal) ? Protocol : null;

    public static string? OfSocket(HttpContext context) => context.WebSockets.WebSocketRequestedProtocols
        .FirstOrDefault(name => name.StartsWith(KeyPrefix, StringComparison.Ordinal))?[KeyPrefix.Length..];

    public static string? OfRequest(HttpContext context) => context.Request.Headers[Header];
}
