using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>
/// The secret that lets a page into its session. It travels where no access log of a proxy keeps it: as a WebSocket
/// subprotocol and as a header, never in an address.
/// </summary>
internal static class SessionKey
{
    public const string Header = "Notable-Key", ProtocolPrefix = "notable.";

    /// <summary>The subprotocol that carries the key; null if there is none.</summary>
    public static string? Protocol(HttpContext context) =>
        context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(name => name.StartsWith(ProtocolPrefix, StringComparison.Ordinal));

    public static string? OfSocket(HttpContext context) => Protocol(context)?[ProtocolPrefix.Length..];

    public static string? OfRequest(HttpContext context) => context.Request.Headers[Header];
}
