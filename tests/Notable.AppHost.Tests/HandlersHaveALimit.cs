using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Tests;

public class HandlersHaveALimit
{
    private static Task<TestApp> AppAsync(string handler) => TestApp.StartAsync(
        options => options with { HandlerTimeout = TimeSpan.FromSeconds(0.5) },
        "var button = new Button(\"x\"); var fine = new FileUpload();",
        $"button.OnClick(() => {{ {handler} }});",
        "new VBox(button, fine)");

    [Fact]
    public async Task One_that_waits_outside_the_notebook_costs_the_visit_and_is_told_to_the_author()
    {
        await using var app = await AppAsync("Thread.Sleep(20_000);");
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");
        var hangs = new TaskCompletionSource();
        app.Server.Hangs += hangs.SetResult;

        var id = await page.SendAsync("comm_msg", new() { ["comm_id"] = button, ["data"] = new System.Text.Json.Nodes.JsonObject { ["method"] = "custom", ["content"] = new System.Text.Json.Nodes.JsonObject { ["event"] = "click" } } });
        var notice = await NoticeAsync(page);
        while (await page.ReceiveAsync() is not null)
        {
        }

        Assert.NotNull(id);
        Assert.Equal(4404, (int)page.Socket.CloseStatus!);
        Assert.Equal(0, app.Server.Visitors);
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(10), TestApp.Cancelled);
        Assert.Contains(app.Log.Entries, entry => entry.Level == LogLevel.Critical && entry.Text.Contains(notice[^10..^1]));
    }

    private static async Task<string> NoticeAsync(PageClient page)
    {
        while (await page.ReceiveAsync() is { } message)
            if (PageClient.Type(message) == "notice")
                return (string)message["content"]!["text"]!;
        throw new InvalidOperationException("closed without a notice");
    }
}
