using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notable.AppHost.Tests;

/// <summary>A page as the server sees it: the session's address out of the HTML, and a WebSocket that speaks as the script does.</summary>
public sealed partial class PageClient : IAsyncDisposable
{
    /// <summary>An answer that does not come fails the test instead of hanging it.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private int lastId;

    private PageClient(Uri channels, string html, ClientWebSocket socket)
    {
        Channels = channels;
        Html = html;
        Socket = socket;
    }

    public Uri Channels { get; }

    public string Html { get; }

    public ClientWebSocket Socket { get; }

    /// <summary>The address of the page's WebSocket; what follows the # is the key, which is never sent as part of an address.</summary>
    public static Uri ChannelsOf(Uri page, string html) => new UriBuilder(new Uri(page, SessionAttribute().Match(html).Groups[1].Value + "/channels"))
    {
        Scheme = "ws",
        Fragment = KeyAttribute().Match(html).Groups[1].Value,
    }.Uri;

    public static async Task<PageClient> ConnectAsync(Uri page, string html, string? origin)
    {
        var channels = ChannelsOf(page, html);
        return new PageClient(channels, html, await ConnectAsync(channels, origin));
    }

    public static async Task<ClientWebSocket> ConnectAsync(Uri channels, string? origin)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.AddSubProtocol("notable");
        if (channels.Fragment.Length > 1)
            socket.Options.AddSubProtocol($"notable.{channels.Fragment[1..]}");
        await socket.ConnectAsync(new UriBuilder(channels) { Fragment = "" }.Uri, TestApp.Canceled);
        return socket;
    }

    /// <summary>Every widget's state by model id, asked for as the page does when it has connected.</summary>
    public async Task<JsonObject> StatesAsync()
    {
        await SendAsync("comm_open", new() { ["comm_id"] = "control", ["target_name"] = "jupyter.widget.control", ["data"] = new JsonObject() });
        var id = await SendAsync("comm_msg", new() { ["comm_id"] = "control", ["data"] = new JsonObject { ["method"] = "request_states" } });
        var answers = await ReceiveUntilIdleAsync(id);
        // Widgets that change meanwhile send their news too.
        return answers.Where(answer => Type(answer) == "comm_msg").Select(answer => answer["content"]!["data"]!["states"]).OfType<JsonObject>().Single();
    }

    /// <summary>The id of the only widget of a kind, as <c>ButtonModel</c>.</summary>
    public async Task<string> ModelAsync(string name) =>
        (await StatesAsync()).Single(state => (string?)state.Value!["model_name"] == name).Key;

    /// <summary>Clicks a button; gives all that came back for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> ClickAsync(string modelId)
    {
        var data = new JsonObject { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } };
        return await ReceiveUntilIdleAsync(await SendAsync("comm_msg", new() { ["comm_id"] = modelId, ["data"] = data }));
    }

    /// <summary>Uploads one file; gives all that came back for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> UploadAsync(string modelId, string name, byte[] content)
    {
        var data = FileUpdate(name, content.Length);
        return await ReceiveUntilIdleAsync(await SendAsync("comm_msg", new() { ["comm_id"] = modelId, ["data"] = data }, content));
    }

    /// <summary>The address of an upload of this page's.</summary>
    public Uri Upload(string id, long size, long offset) =>
        new UriBuilder(new Uri(Channels, $"uploads/{id}")) { Scheme = "http", Query = $"size={size}&offset={offset}", Fragment = Channels.Fragment }.Uri;

    /// <summary>Hands in a file that was sent ahead; gives all that came back for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> HandInAsync(string modelId, string name, string upload) => await ReceiveUntilIdleAsync(await SendAsync(
        "comm_msg", new() { ["comm_id"] = modelId, ["data"] = FileUpdate(name, 0) }, metadata: new() { ["uploads"] = new JsonArray(upload) }));

    /// <summary>Sends one value of a widget; gives all that came back for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> UpdateAsync(string modelId, string attribute, JsonNode? value, byte[]? buffer = null)
    {
        var state = buffer is null ? new JsonObject { [attribute] = value } : [];
        var data = new JsonObject { ["method"] = "update", ["state"] = state, ["buffer_paths"] = buffer is null ? new JsonArray() : new JsonArray(new JsonArray(attribute)) };
        return await ReceiveUntilIdleAsync(await SendAsync("comm_msg", new() { ["comm_id"] = modelId, ["data"] = data }, buffer));
    }

    /// <summary>Uploads several files of one byte within one message; gives all that came back for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> SendFilesAsync(string modelId, int count)
    {
        var files = Enumerable.Range(0, count).Select(i => new JsonObject { ["name"] = $"f{i}", ["type"] = "", ["size"] = 1, ["last_modified"] = 0 });
        var data = new JsonObject
        {
            ["method"] = "update",
            ["state"] = new JsonObject { ["value"] = new JsonArray([.. files]) },
            ["buffer_paths"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonArray("value", i, "content"))]),
        };
        var (id, json) = Message("comm_msg", new() { ["comm_id"] = modelId, ["data"] = data }, null);
        await Socket.SendAsync(Binary(json, [.. Enumerable.Repeat(new byte[1], count)]), WebSocketMessageType.Binary, true, TestApp.Canceled);
        return await ReceiveUntilIdleAsync(id);
    }

    /// <summary>Sends a message; gives its id.</summary>
    public async Task<string> SendAsync(string type, JsonObject content, byte[]? buffer = null, JsonObject? metadata = null)
    {
        var (id, json) = Message(type, content, metadata);
        if (buffer is null)
            await Socket.SendAsync(json, WebSocketMessageType.Text, true, TestApp.Canceled);
        else
            await Socket.SendAsync(Binary(json, [buffer]), WebSocketMessageType.Binary, true, TestApp.Canceled);
        return id;
    }

    /// <summary>Messages up to the <c>idle</c> that ends the handling of a message.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReceiveUntilIdleAsync(string id)
    {
        var messages = new List<JsonNode>();
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"closed with {Socket.CloseStatus} while waiting for {id}");
            messages.Add(message);
            if (Type(message) == "status" && (string?)message["parent_header"]!["msg_id"] == id
                && (string?)message["content"]!["execution_state"] == "idle")
                return messages;
        }
    }

    /// <summary>The JSON of the next message, or null when the server has closed.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await Socket.ReceiveAsync(part.AsMemory(), TestApp.Canceled).AsTask().WaitAsync(patience, TestApp.Canceled);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            whole.Write(part, 0, result.Count);
        }
        while (!result.EndOfMessage);
        var bytes = whole.ToArray().AsSpan();
        if (result.MessageType == WebSocketMessageType.Binary)
        {
            var from = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]);
            bytes = bytes[from..BinaryPrimitives.ReadInt32BigEndian(bytes[8..])];
        }
        return JsonNode.Parse(bytes);
    }

    public static string Type(JsonNode message) => (string)message["header"]!["msg_type"]!;

    /// <summary>The sentence of the only notice among the messages.</summary>
    public static string Notice(IEnumerable<JsonNode> messages) =>
        (string)messages.Single(message => Type(message) == "notice")["content"]!["text"]!;

    public ValueTask DisposeAsync()
    {
        Socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static JsonObject FileUpdate(string name, int size) => new()
    {
        ["method"] = "update",
        ["state"] = new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject { ["name"] = name, ["type"] = "image/png", ["size"] = size, ["last_modified"] = 1_700_000_000_000 }),
        },
        ["buffer_paths"] = new JsonArray(new JsonArray("value", 0, "content")),
    };

    private (string Id, byte[] Json) Message(string type, JsonObject content, JsonObject? metadata)
    {
        var id = $"m{++lastId}";
        return (id, Encoding.UTF8.GetBytes(new JsonObject
        {
            ["header"] = new JsonObject { ["msg_id"] = id, ["msg_type"] = type },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = metadata ?? [],
            ["content"] = content,
        }.ToJsonString()));
    }

    private static byte[] Binary(byte[] json, byte[][] buffers)
    {
        byte[][] parts = [json, .. buffers];
        var frame = new byte[4 * (parts.Length + 1) + parts.Sum(part => part.Length)];
        BinaryPrimitives.WriteInt32BigEndian(frame, parts.Length);
        var offset = 4 * (parts.Length + 1);
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4 * (i + 1)), offset);
            parts[i].CopyTo(frame, offset);
            offset += parts[i].Length;
        }
        return frame;
    }

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex KeyAttribute();

    [GeneratedRegex("data-session=\"([^\"]+)\"")]
    private static partial Regex SessionAttribute();
}
