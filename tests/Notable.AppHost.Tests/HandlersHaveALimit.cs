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
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(10), TestApp.Canceled);
        Assert.Contains(app.Log.Entries, entry => entry.Level == LogLevel.Critical && entry.Text.Contains(notice[^10..^1]));
    }

    [Theory]
    [InlineData("var n = 0L; while (true) n++;")]
    [InlineData("var n = 0L; again: n++; if (n >= 0) goto again;")]
    [InlineData("var n = 0; switch (n) { case 0: n++; goto case 1; case 1: n++; goto default; default: goto case 0; }")]
    [InlineData("for (;;) try { throw new Exception(); } catch (InvalidOperationException) { } catch (Exception e) when (e is not OperationCanceledException) { }")]
    public async Task A_loop_in_a_cell_is_stopped_and_the_page_works_on(string loop)
    {
        await using var app = await AppAsync(loop);
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");

        var sentence = PageClient.Notice(await page.ClickAsync(button));

        Assert.StartsWith("This took more than 0.5 seconds and was stopped.", sentence);
        Assert.Contains(app.Log.Entries, entry => entry.Level == LogLevel.Error && entry.Text.Contains(sentence[^10..^1]));
        Assert.Equal(1, app.Server.Visitors);
        Assert.NotEmpty(await page.StatesAsync());
    }

    [Fact]
    public async Task A_wait_in_a_cell_is_given_up_too()
    {
        await using var app = await TestApp.StartAsync(
            options => options with { HandlerTimeout = TimeSpan.FromSeconds(0.5) },
            "var button = new Button(\"x\"); button.OnClick(async () => { await Task.Delay(60_000); }); button");
        await using var page = await app.OpenPageAsync();

        Assert.Contains("was stopped", PageClient.Notice(await page.ClickAsync(await page.ModelAsync("ButtonModel"))));
        Assert.Equal(1, app.Server.Visitors);
    }

    private static async Task<string> NoticeAsync(PageClient page)
    {
        while (await page.ReceiveAsync() is { } message)
            if (PageClient.Type(message) == "notice")
                return (string)message["content"]!["text"]!;
        throw new InvalidOperationException("closed without a notice");
    }
}
