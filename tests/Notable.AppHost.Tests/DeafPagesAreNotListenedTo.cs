using System.Text.Json.Nodes;

namespace Notable.AppHost.Tests;

public class DeafPagesAreNotListenedTo
{
    [Fact]
    public async Task One_that_asks_and_does_not_read_fills_no_memory()
    {
        await using var app = await TestApp.StartAsync("var html = new HTML(new string('x', 300_000)); html");
        await using var page = await app.OpenPageAsync();
        await page.StatesAsync();
        for (var i = 0; i < 100; i++)
            await page.SendAsync("comm_msg", new() { ["comm_id"] = "control", ["data"] = new JsonObject { ["method"] = "request_states" } });
        await Task.Delay(1000, TestApp.Canceled);
        Assert.InRange(app.Server.ResourceLimits.Outgoing.InUse, 0, 2_000_000);
    }
}
