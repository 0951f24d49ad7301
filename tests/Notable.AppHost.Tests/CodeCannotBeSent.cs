using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Notable.AppHost.Tests;

public class CodeCannotBeSent
{
    [Theory]
    [InlineData("execute_request")]
    [InlineData("complete_request")]
    [InlineData("kernel_info_request")]
    [InlineData("shutdown_request")]
    public async Task A_request_to_the_kernel_closes_the_connection(string type)
    {
        await using var app = await TestApp.StartAsync("1");
        await using var page = await app.OpenPageAsync();

        await page.SendAsync(type, new JsonObject { ["code"] = "System.IO.File.WriteAllText(\"/tmp/x\", \"\")", ["comm_id"] = "x" });

        Assert.Null(await page.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, page.Socket.CloseStatus);
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("not a comm message"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"header\":1,\"content\":2}")]
    [InlineData("{\"header\":{\"msg_type\":\"comm_msg\"},\"content\":{\"comm_id\":\"x\"}}")]
    [InlineData("{\"header\":{\"msg_type\":\"comm_msg\",\"msg_id\":\"1\"},\"content\":{\"comm_id\":{}}}")]
    [InlineData("{\"header\":{\"msg_type\":\"comm_msg\",\"msg_id\":\"1\"},\"content\":{\"comm_id\":\"x\",\"comm_id\":\"x\"}}")]
    public async Task So_does_what_is_no_message_at_all(string text)
    {
        await using var app = await TestApp.StartAsync("1");
        await using var page = await app.OpenPageAsync();

        await page.Socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestApp.Canceled);

        Assert.Null(await page.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, page.Socket.CloseStatus);
    }
}
