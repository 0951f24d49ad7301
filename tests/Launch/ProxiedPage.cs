using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Launch;

/// <summary>What a browser does with the app's page at an address: loads all that it names and opens its socket.</summary>
internal static partial class ProxiedPage
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens the page; fails where anything that it needs is not there, or the upload widget does not come alive.</summary>
    public static async Task OpenAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = patience };
        var html = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        var files = File().Matches(html).Select(match => new Uri(address, match.Groups[1].Value)).ToArray();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{file}: {answer.StatusCode}");
        }
        Assert.Contains("FileUploadModel", await StatesAsync(new Uri(address, $"{Session().Match(html).Groups[1].Value}/channels"), address, Key().Match(html).Groups[1].Value));
    }

    /// <summary>The answer to the question for every widget's state.</summary>
    private static async Task<string> StatesAsync(Uri channels, Uri page, string key)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", page.GetLeftPart(UriPartial.Authority));
        socket.Options.AddSubProtocol("notable");
        socket.Options.AddSubProtocol($"notable.{key}");
        await socket.ConnectAsync(new UriBuilder(channels) { Scheme = "ws" }.Uri, limit.Token);
        await SendAsync(socket, "comm_open", """{"comm_id":"c","target_name":"jupyter.widget.control","data":{}}""", limit.Token);
        await SendAsync(socket, "comm_msg", """{"comm_id":"c","data":{"method":"request_states"}}""", limit.Token);
        while (true)
        {
            var message = await ReceiveAsync(socket, limit.Token);
            if (message.Contains("update_states"))
                return message;
        }
    }

    private static ValueTask SendAsync(ClientWebSocket socket, string type, string content, CancellationToken cancellation) => socket.SendAsync(
        Encoding.UTF8.GetBytes($$"""{"header":{"msg_id":"{{type}}","msg_type":"{{type}}"},"parent_header":{},"metadata":{},"content":{{content}}}""").AsMemory(),
        WebSocketMessageType.Text, true, cancellation);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var part = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(part.AsMemory(), cancellation);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            whole.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return Encoding.UTF8.GetString(whole.ToArray());
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*static/[^\"]*)\"")]
    private static partial Regex File();

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("data-session=\"([^\"]+)\"")]
    private static partial Regex Session();
}
