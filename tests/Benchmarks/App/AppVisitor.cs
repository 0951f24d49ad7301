using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Benchmarks.App;

/// <summary>A visitor as the server sees one: the page, its WebSocket, files in pieces. Does as little work of its own as may be.</summary>
internal sealed partial class AppVisitor : IDisposable
{
    private const int PieceBytes = 512 * 1024;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(120);
    private readonly HttpClient http;
    private readonly ClientWebSocket socket = new();
    private readonly string? address;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int lastId;

    private AppVisitor(HttpClient http, Uri session, string key, string? address) =>
        (this.http, Session, Key, this.address) = (http, session, key, address);

    /// <summary>The address of the visitor's session.</summary>
    public Uri Session { get; }

    /// <summary>What lets the page into its session.</summary>
    public string Key { get; }

    /// <summary>The model id of the page's upload widget.</summary>
    public string Upload { get; private set; } = "";

    /// <summary>The states of all widgets, as JSON text.</summary>
    public string States { get; private set; } = "";

    /// <summary>Asks for the page and connects as its script does.</summary>
    /// <param name="http">The client.</param>
    /// <param name="app">The app's address.</param>
    /// <param name="address">The visitor's address, as a proxy on this machine would tell it; null for this machine's own.</param>
    public static async Task<AppVisitor> ComeAsync(HttpClient http, Uri app, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, app);
        Stamp(request, address);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var html = await response.Content.ReadAsStringAsync();
        var visitor = new AppVisitor(http, new Uri(app, SessionAttribute().Match(html).Groups[1].Value + "/"), KeyAttribute().Match(html).Groups[1].Value, address);
        if (address is not null)
            visitor.socket.Options.SetRequestHeader("X-Forwarded-For", address);
        visitor.socket.Options.AddSubProtocol("notable");
        visitor.socket.Options.AddSubProtocol($"notable.{visitor.Key}");
        await visitor.socket.ConnectAsync(new UriBuilder(new Uri(visitor.Session, "channels")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await visitor.SendAsync("comm_open", """{"comm_id":"c","target_name":"jupyter.widget.control","data":{}}""");
        visitor.States = await visitor.SendAsync("comm_msg", """{"comm_id":"c","data":{"method":"request_states"}}""");
        visitor.Upload = UploadModel().Match(visitor.States).Groups[1].Value;
        return visitor;
    }

    /// <summary>Hands a file in; gives all that the page was told, as JSON texts.</summary>
    public async Task<string> AskAsync(string name, ReadOnlyMemory<byte> file)
    {
        var id = Guid.NewGuid().ToString("n");
        for (var offset = 0; offset == 0 || offset < file.Length; offset += PieceBytes)
            await SendPieceAsync(id, file, offset);
        var content = new JsonObject
        {
            ["comm_id"] = Upload,
            ["data"] = new JsonObject
            {
                ["method"] = "update",
                ["state"] = new JsonObject { ["value"] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = "image/jpeg", ["size"] = file.Length, ["last_modified"] = 0 }) },
                ["buffer_paths"] = new JsonArray(new JsonArray("value", 0, "content")),
            },
        };
        return await SendAsync("comm_msg", content.ToJsonString(), $$"""{"uploads":["{{id}}"]}""");
    }

    /// <summary>Sends a piece of a file; gives the status.</summary>
    public async Task<System.Net.HttpStatusCode> PostAsync(string id, long size, long offset, ReadOnlyMemory<byte> bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Session, $"uploads/{id}?size={size}&offset={offset}")) { Content = new ReadOnlyMemoryContent(bytes) };
        request.Headers.Add("Notable-Key", Key);
        Stamp(request, address);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Sends a whole WebSocket message as it is.</summary>
    public Task SendRawAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken) =>
        socket.SendAsync(message, type, endOfMessage: true, cancellationToken).AsTask();

    /// <summary>A piece of a file, as patiently as the page's script.</summary>
    private async Task SendPieceAsync(string id, ReadOnlyMemory<byte> file, int offset)
    {
        const int attempts = 40;
        var piece = file[offset..Math.Min(file.Length, offset + PieceBytes)];
        for (var attempt = 1; ; attempt++)
        {
            var status = await PostAsync(id, file.Length, offset, piece);
            if ((int)status < 300)
                return;
            if (attempt == attempts || status is not (System.Net.HttpStatusCode.ServiceUnavailable or System.Net.HttpStatusCode.TooManyRequests))
                throw new HttpRequestException($"an upload was refused with {(int)status}", null, status);
            await Task.Delay(TimeSpan.FromSeconds(3));
        }
    }

    private static void Stamp(HttpRequestMessage request, string? address)
    {
        if (address is not null)
            request.Headers.Add("X-Forwarded-For", address);
    }

    /// <summary>Leaves as a browser does whose tab is closed.</summary>
    public async Task LeaveAsync()
    {
        using var soon = new CancellationTokenSource(patience);
        await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, null, soon.Token);
        Dispose();
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Sends a message; gives all that came until it was handled.</summary>
    public async Task<string> SendAsync(string type, string content, string metadata = "{}")
    {
        var id = $"m{++lastId}";
        var message = $$$"""{"header":{"msg_id":"{{{id}}}","msg_type":"{{{type}}}"},"parent_header":{},"metadata":{{{metadata}}},"content":{{{content}}}}""";
        using var limit = new CancellationTokenSource(patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, limit.Token);
        var heard = new StringBuilder();
        while (true)
        {
            var part = await ReceiveAsync(limit.Token);
            heard.Append(part).Append('\n');
            if (part.Contains("\"idle\"", StringComparison.Ordinal) && part.Contains($"\"{id}\"", StringComparison.Ordinal))
                return heard.ToString();
        }
    }

    /// <summary>The next message: its text, or the beginning of a binary one, which is its JSON.</summary>
    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"the app closed the connection: {socket.CloseStatusDescription}");
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)Math.Min(whole.Length, part.MessageType == WebSocketMessageType.Binary ? 32 * 1024 : whole.Length));
    }

    [GeneratedRegex("data-session=\"([^\"]+)\"")]
    private static partial Regex SessionAttribute();

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex KeyAttribute();

    [GeneratedRegex("\"([0-9a-f]{32})\":\\{\"model_name\":\"FileUploadModel\"")]
    private static partial Regex UploadModel();
}
