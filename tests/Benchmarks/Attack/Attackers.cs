using System.Buffers.Binary;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>Thirteen ways to wear an app down, each from an address of its own, against an app on this machine only.</summary>
/// <param name="app">Where the app is.</param>
internal sealed class Attackers(Uri app)
{
    private readonly Lazy<byte[]> bomb = new(() => HostileFiles.Png(10_000, 10_000, isInterlaced: false));
    private readonly Lazy<byte[]> interlaced = new(() => HostileFiles.Png(10_000, 10_000, isInterlaced: true));
    private readonly Lazy<byte[]> slow = new(() => HostileFiles.Png(4_000, 4_000, isInterlaced: true));
    private readonly Lazy<byte[]> frames = new(() => HostileFiles.Gif(1_000, 1_000, 10_000));

    private readonly Lazy<byte[]> list = new(() => Binary(
        Encoding.UTF8.GetBytes(Json("comm_msg", "{\"comm_id\":\"x\",\"data\":{\"a\":[" + string.Concat(Enumerable.Repeat("[],", 6_000_000)) + "0]}}")), 0, 0));

    /// <summary>What each does until it is stopped. One round fails where the app defends itself, and the next begins.</summary>
    public IReadOnlyList<(string Name, Func<Attacker, CancellationToken, Task> Round)> All =>
    [
        ("unnamed files", UnnamedFilesAsync),
        ("pixel bombs", (me, stop) => UploadAsync(me, [bomb.Value, interlaced.Value])),
        ("slow pictures", (me, stop) => UploadAsync(me, [slow.Value, frames.Value, slow.Value, frames.Value])),
        ("held places", HeldPlacesAsync),
        ("files in messages", FilesInMessagesAsync),
        ("all the seats", SeatsAsync),
        ("broken bodies", BrokenBodiesAsync),
        ("forged chains", (me, stop) => RawAsync(me, $"GET / HTTP/1.1\r\nHost: {app.Authority}\r\nX-Forwarded-For: 198.51.100.{me.Next(250)}, {me.Address}\r\nConnection: close\r\n\r\n", stop)),
        ("guessed tokens", (me, stop) => RawAsync(me, $"GET /?token={me.Next(int.MaxValue)} HTTP/1.1\r\nHost: {app.Authority}\r\nX-Forwarded-For: {me.Address}\r\nConnection: close\r\n\r\n", stop)),
        ("the log", LogAsync),
        ("foreign hosts", (me, stop) => RawAsync(me, $"GET / HTTP/1.1\r\nHost: evil{me.Next(1000)}.example\r\nX-Forwarded-For: {me.Address}\r\nConnection: close\r\n\r\n", stop)),
        ("deaf pages", DeafAsync),
        ("senseless messages", SenselessAsync),
    ];

    private static string Json(string type, string content, string metadata = "{}") =>
        $$$"""{"header":{"msg_id":"a","msg_type":"{{{type}}}"},"parent_header":{},"metadata":{{{metadata}}},"content":{{{content}}}}""";

    private async Task UnnamedFilesAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        var ids = Enumerable.Range(0, 256).Select(i => $"l{i}").ToArray();
        foreach (var id in ids)
            await visitor.PostAsync(id, 0, 0, default);
        var names = string.Join(',', ids.Append("nope").Select(id => $"\"{id}\""));
        await visitor.SendRawAsync(
            Encoding.UTF8.GetBytes(Json("comm_msg", $$$"""{"comm_id":"{{{visitor.Upload}}}","data":{}}""", $$"""{"uploads":[{{names}}]}""")), WebSocketMessageType.Text, stop);
    }

    private async Task UploadAsync(Attacker me, byte[][] files)
    {
        // Many visitors at once, since each may have one file in work only.
        await Task.WhenAll(files.Concat(files).Select(async file =>
        {
            using var visitor = await ComeAsync(me);
            await visitor.AskAsync("a.png", file);
        }));
    }

    private async Task HeldPlacesAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        for (var i = 0; i < 256; i++)
            await visitor.PostAsync($"two{i}", 2, 0, new byte[1]);
        for (var i = 0; i < 20; i++)
            await visitor.PostAsync($"big{i}", 20_000_000, 0, default);
        for (var i = 0; i < 256; i++)
            await visitor.PostAsync($"two{i}", 2, 1, default);
        using var greedy = await ComeAsync(me);
        for (var offset = 0L; offset < 19_500_000; offset += 500_000)
            await greedy.PostAsync("much", 20_000_000, offset, new byte[500_000]);
        await Task.Delay(2_000, stop);
    }

    private async Task FilesInMessagesAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        var image = System.Text.RegularExpressions.Regex.Match(visitor.States, "\"([0-9a-f]{32})\":\\{\"model_name\":\"ImageModel\"").Groups[1].Value;
        for (var i = 0; i < 9; i++)
            await visitor.SendRawAsync(Files(visitor.Upload, 100, 10), WebSocketMessageType.Binary, stop);
        var value = Encoding.UTF8.GetBytes(Json("comm_msg", "{\"comm_id\":\"" + image + "\",\"data\":{\"method\":\"update\",\"state\":{},\"buffer_paths\":[[\"value\"]]}}"));
        await visitor.SendRawAsync(Binary(value, 1, 19_000_000), WebSocketMessageType.Binary, stop);
        await Task.Delay(1_000, stop);
    }

    private async Task SeatsAsync(Attacker me, CancellationToken stop)
    {
        for (var i = 0; i < 200; i++)
            me.Keep(await ComeAsync(me));
        await Task.Delay(1_000, stop);
    }

    private async Task BrokenBodiesAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        for (var i = 0; i < 50; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(app.Host, app.Port, stop);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {visitor.Session.AbsolutePath}uploads/f{i}?size=1000000&offset=0 HTTP/1.1\r\nHost: {app.Authority}\r\nNotable-Key: {visitor.Key}\r\n"
                + $"X-Forwarded-For: {me.Address}\r\nContent-Length: 500000\r\n\r\nhalf"), stop);
            await Task.Delay(10, stop);
        }
    }

    private async Task LogAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        var names = string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"unknown\\u001b[31m{i}\":1"));
        for (var i = 0; i < 20; i++)
            await visitor.SendRawAsync(
                Encoding.UTF8.GetBytes(Json("comm_msg", "{\"comm_id\":\"" + visitor.Upload + "\",\"data\":{\"method\":\"update\",\"state\":{" + names + "}}}")), WebSocketMessageType.Text, stop);
        for (var i = 0; i < 50; i++)
            await RawAsync(me, $"POST {visitor.Session.AbsolutePath}uploads/f HTTP/1.1\r\nHost: {app.Authority}\r\nOrigin: http://{new string('x', 20_000)}\r\n"
                + $"X-Forwarded-For: {me.Address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", stop);
    }

    private async Task DeafAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        var question = Encoding.UTF8.GetBytes(Json("comm_msg", """{"comm_id":"c","data":{"method":"request_states"}}"""));
        for (var i = 0; i < 5_000; i++)
            await visitor.SendRawAsync(question, WebSocketMessageType.Text, stop);
    }

    private async Task SenselessAsync(Attacker me, CancellationToken stop)
    {
        using var visitor = await ComeAsync(me);
        await visitor.SendRawAsync(list.Value, WebSocketMessageType.Binary, stop);
        using var other = await ComeAsync(me);
        var unknown = Encoding.UTF8.GetBytes(Json("comm_msg", """{"comm_id":"nobody","data":{}}"""));
        for (var i = 0; i < 40_000; i++)
            await other.SendRawAsync(unknown, WebSocketMessageType.Text, stop);
    }

    private Task<AppVisitor> ComeAsync(Attacker me) => AppVisitor.ComeAsync(me.Http, app, me.Address);

    private async Task RawAsync(Attacker me, string request, CancellationToken stop)
    {
        for (var i = 0; i < 100; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(app.Host, app.Port, stop);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), stop);
            await client.GetStream().CopyToAsync(Stream.Null, stop);
        }
    }

    private static byte[] Files(string widget, int count, int size)
    {
        var one = """{"name":"a","type":"","size":1,"last_modified":0}""";
        var json = Encoding.UTF8.GetBytes(Json("comm_msg", $$$"""
            {"comm_id":"{{{widget}}}","data":{"method":"update","state":{"value":[{{{string.Join(',', Enumerable.Repeat(one, count))}}}]},
            "buffer_paths":[{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"[\"value\",{i},\"content\"]"))}}}]}}
            """));
        return Binary(json, count, size);
    }

    private static byte[] Binary(byte[] json, int count, int size)
    {
        var frame = new byte[4 * (count + 2) + json.Length + count * size];
        BinaryPrimitives.WriteInt32BigEndian(frame, count + 1);
        var offset = 4 * (count + 2);
        for (var i = 0; i <= count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4 * (i + 1)), offset);
            offset += i == 0 ? json.Length : size;
        }
        json.CopyTo(frame, 4 * (count + 2));
        return frame;
    }
}
