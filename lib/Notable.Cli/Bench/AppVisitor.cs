using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notable.Cli.Bench;

/// <summary>A visitor as the server sees one: the page, its WebSocket, files in pieces. Does as little work of its own as may be.</summary>
internal sealed partial class AppVisitor : IDisposable
{
    private const int PieceBytes = 512 * 1024;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(120);
    private readonly HttpClient http;
    private readonly Uri session;
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[64 * 1024];
    private string upload = "";
    private int lastId;

    private AppVisitor(HttpClient http, Uri session) => (this.http, this.session) = (http, session);

    /// <summary>Asks for the page and connects as its script does.</summary>
    public static async Task<AppVisitor> ComeAsync(HttpClient http, Uri app)
    {
        var html = await http.GetStringAsync(app);
        var visitor = new AppVisitor(http, new Uri(app, Session().Match(html).Groups[1].Value + "/"));
        await visitor.socket.ConnectAsync(new UriBuilder(new Uri(visitor.session, "channels")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await visitor.SendAsync("comm_open", """{"comm_id":"c","target_name":"jupyter.widget.control","data":{}}""");
        var states = await visitor.SendAsync("comm_msg", """{"comm_id":"c","data":{"method":"request_states"}}""");
        visitor.upload = Upload().Match(states).Groups[1].Value;
        return visitor;
    }

    /// <summary>Hands a file in; gives all that the page was told, as JSON texts.</summary>
    public async Task<string> AskAsync(string name, ReadOnlyMemory<byte> file)
    {
        var id = Guid.NewGuid().ToString("n");
        for (var offset = 0; offset == 0 || offset < file.Length; offset += PieceBytes)
        {
            using var piece = new ReadOnlyMemoryContent(file[offset..Math.Min(file.Length, offset + PieceBytes)]);
            using var response = await http.PostAsync(new Uri(session, $"uploads/{id}?size={file.Length}&offset={offset}"), piece);
            response.EnsureSuccessStatusCode();
        }
        var content = new JsonObject
        {
            ["comm_id"] = upload,
            ["data"] = new JsonObject
            {
                ["method"] = "update",
                ["state"] = new JsonObject { ["value"] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = "image/jpeg", ["size"] = file.Length, ["last_modified"] = 0 }) },
                ["buffer_paths"] = new JsonArray(new JsonArray("value", 0, "content")),
            },
        };
        return await SendAsync("comm_msg", content.ToJsonString(), $$"""{"uploads":["{{id}}"]}""");
    }

    /// <summary>Leaves as a browser does whose tab is closed.</summary>
    public async Task LeaveAsync()
    {
        using var soon = new CancellationTokenSource(patience);
        await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, null, soon.Token);
        Dispose();
    }

    public void Dispose() => socket.Dispose();

    private async Task<string> SendAsync(string type, string content, string metadata = "{}")
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
    private static partial Regex Session();

    [GeneratedRegex("\"([0-9a-f]{32})\":\\{\"model_name\":\"FileUploadModel\"")]
    private static partial Regex Upload();
}
