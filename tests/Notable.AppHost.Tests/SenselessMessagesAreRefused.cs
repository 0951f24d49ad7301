using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Notable.AppHost.Tests;

public class SenselessMessagesAreRefused
{
    private static byte[] Frame(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var frame = new byte[8 + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, 1);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), 8);
        text.CopyTo(frame, 8);
        return frame;
    }

    private static string Message(string data) =>
        $$$"""{"header":{"msg_id":"1","msg_type":"comm_msg"},"parent_header":{},"metadata":{},"content":{"comm_id":"x","data":{{{data}}}}}""";

    [Theory]
    [InlineData("list")]
    [InlineData("depth")]
    [InlineData("text")]
    public async Task Json_of_more_values_depth_or_bytes_than_pages_send_closes_the_connection_at_once(string kind)
    {
        await using var app = await TestApp.StartAsync("1");
        await using var page = await app.OpenPageAsync();
        var json = Message(kind switch
        {
            "list" => "{\"a\":[" + string.Concat(Enumerable.Repeat("[],", 100_000)) + "0]}",
            "depth" => "{\"a\":" + new string('[', 60) + new string(']', 60) + "}",
            _ => "{\"a\":\"" + new string('x', 5_000_000) + "\"}",
        });
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            await page.Socket.SendAsync(Frame(json), WebSocketMessageType.Binary, true, TestApp.Canceled);
            Assert.Null(await page.ReceiveAsync());
        }
        catch (WebSocketException)
        {
            // It was closed while the rest was on its way.
        }
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("was closed"));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 30_000_000);
    }

    [Fact]
    public async Task Messages_for_nobody_cost_the_connection_and_the_others_nothing()
    {
        await using var app = await TestApp.StartAsync("var text = new Text(); text");
        await using var noisy = await app.OpenPageAsync();
        await using var quiet = await app.OpenPageAsync();
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 5_000; i++)
                await noisy.SendAsync("comm_msg", new JsonObject { ["comm_id"] = "nobody", ["data"] = new JsonObject() });
        }, TestApp.Canceled);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 20; i++)
            Assert.NotEmpty(await quiet.StatesAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 5);
        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(5), TestApp.Canceled));
        noisy.Socket.Abort();
        Assert.InRange(app.Log.Entries.Count(entry => entry.Text.Contains("was ignored")), 1, 20);
    }

    [Fact]
    public async Task A_flood_of_good_messages_is_slowed_down_and_all_are_handled()
    {
        await using var app = await TestApp.StartAsync("var n = 0; var button = new Button(\"x\"); var count = new Label(); button.OnClick(() => { count.Value = $\"{++n}\"; }); new VBox(button, count)");
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");
        var last = "";
        for (var i = 0; i < 330; i++)
            last = await page.SendAsync("comm_msg", new() { ["comm_id"] = button, ["data"] = new JsonObject { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } } });
        Assert.Contains(await page.ReceiveUntilIdleAsync(last), message => message.ToJsonString().Contains("\"330\""));
    }
}
