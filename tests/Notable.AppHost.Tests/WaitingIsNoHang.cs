using System.Text.Json.Nodes;

namespace Notable.AppHost.Tests;

/// <summary>A handler's clock counts its work. What waits in a library's queue, as pictures do for a model, is neither slow nor hangs.</summary>
public class WaitingIsNoHang
{
    /// <summary>Behaves as a library does that queues work: see LibraryWork.</summary>
    private const string Library = """
        static class Queue
        {
            static readonly System.Diagnostics.ActivitySource source = new("Notable.Work");
            public static async Task<string> WorkAsync(int wait, int work)
            {
                using var activity = source.StartActivity("work");
                var canceled = (CancellationToken)activity.GetCustomProperty("canceled");
                await Task.Run(() => canceled.WaitHandle.WaitOne(wait));
                canceled.ThrowIfCancellationRequested();
                ((Action)activity.GetCustomProperty("begun"))();
                await Task.Run(() => Thread.Sleep(work));
                return (string)activity.GetCustomProperty("owner");
            }
        }
        """;

    private static Task<TestApp> AppAsync(int wait, int work) => TestApp.StartAsync(
        options => options with { HandlerTimeout = TimeSpan.FromSeconds(0.5) },
        Library,
        "var button = new Button(\"x\"); var done = new Label();",
        $"button.OnClick(async () => {{ done.Value = \"for \" + await Queue.WorkAsync({wait}, {work}); }});",
        "new VBox(button, done)");

    [Fact]
    public async Task The_wait_for_a_turn_does_not_count()
    {
        await using var app = await AppAsync(wait: 3000, work: 50);
        await using var page = await app.OpenPageAsync();
        var answers = await page.ClickAsync(await page.ModelAsync("ButtonModel"));
        Assert.Contains(answers, message => message.ToJsonString().Contains("for 127.0.0.1"));
        Assert.DoesNotContain(answers, message => PageClient.Type(message) == "notice");
    }

    [Fact]
    public async Task Work_of_a_library_that_takes_long_ends_the_handler_and_not_the_visit()
    {
        await using var app = await AppAsync(wait: 1, work: 4000);
        await using var page = await app.OpenPageAsync();
        var hangs = false;
        app.Server.Hangs += () => hangs = true;
        Assert.Contains("was stopped", PageClient.Notice(await page.ClickAsync(await page.ModelAsync("ButtonModel"))));
        Assert.NotEmpty(await page.StatesAsync());
        Assert.False(hangs);
    }

    [Fact]
    public async Task What_waits_for_a_visitor_who_has_left_is_dropped()
    {
        await using var app = await AppAsync(wait: 60_000, work: 1);
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");
        await page.SendAsync("comm_msg", new() { ["comm_id"] = button, ["data"] = new JsonObject { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } } });
        while (!(await app.Client.GetStringAsync("metrics", TestApp.Canceled)).Contains("notable_waiting 1"))
            await Task.Delay(20, TestApp.Canceled);
        await app.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestApp.Canceled);
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }
}
