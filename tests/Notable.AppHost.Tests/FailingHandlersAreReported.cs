using Microsoft.Extensions.Logging;

namespace Notable.AppHost.Tests;

public class FailingHandlersAreReported
{
    [Fact]
    public async Task With_one_sentence_to_the_visitor_and_everything_to_the_author()
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\");",
            "button.OnClick(() => throw new InvalidOperationException(\"secret of /home/me\"));",
            "button");
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");

        var messages = await page.ClickAsync(button);

        var sentence = PageClient.Notice(messages);
        var reference = sentence[^10..^1];
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        Assert.DoesNotContain(messages, message => message.ToJsonString().Contains("secret"));
        var entry = Assert.Single(app.Log.Entries, entry => entry.Text.Contains(reference));
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Contains("secret of /home/me", entry.Error!.ToString());

        var again = await page.ClickAsync(button);
        Assert.NotEqual(sentence, PageClient.Notice(again));
    }

    [Theory]
    [InlineData("new Thread(() => throw new InvalidOperationException(\"secret of /home/me\")).Start()")]
    [InlineData("Stray()")]
    public async Task Also_in_the_background_where_the_exception_would_have_ended_every_visitors_page(string handler)
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\");",
            "async void Stray() { await Task.Delay(10); throw new InvalidOperationException(\"secret of /home/me\"); }",
            $"button.OnClick(() => {handler});",
            "button");
        await using var page = await app.OpenPageAsync();
        await using var other = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");

        var messages = (await page.ClickAsync(button)).ToList();
        while (!messages.Any(message => message.ToJsonString().Contains("notice", StringComparison.OrdinalIgnoreCase)))
            messages.Add((await page.ReceiveAsync())!);

        var reference = PageClient.Notice(messages)[^10..^1];
        Assert.DoesNotContain(messages, message => message.ToJsonString().Contains("secret"));
        var entry = Assert.Single(app.Log.Entries, entry => entry.Text.Contains(reference));
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Contains("secret of /home/me", entry.Error!.ToString());
        Assert.NotEmpty(await other.ModelAsync("ButtonModel"));
    }

    [Fact]
    public async Task Runaway_recursion_too()
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\");", "int Deep(int n) => Deep(n + 1) + 1;", "button.OnClick(() => { Deep(0); });", "button");
        await using var page = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");

        var reference = PageClient.Notice(await page.ClickAsync(button))[^10..^1];

        var entry = Assert.Single(app.Log.Entries, entry => entry.Text.Contains(reference));
        Assert.Contains("nested too deep", entry.Error!.ToString());
        Assert.InRange(entry.Error!.Message.Length, 1, 1000);
    }

    [Theory]
    [InlineData("Environment.Exit(3);")]
    [InlineData("Leave(3);")]
    [InlineData("Environment.FailFast(\"why\");")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();")]
    public async Task Calls_that_would_end_the_process_too(string handler)
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\");", "void Leave(int code) => Environment.Exit(code);", $"button.OnClick(() => {{ {handler} }});", "button");
        await using var page = await app.OpenPageAsync();
        await using var other = await app.OpenPageAsync();
        var button = await page.ModelAsync("ButtonModel");

        var reference = PageClient.Notice(await page.ClickAsync(button))[^10..^1];

        var entry = Assert.Single(app.Log.Entries, entry => entry.Text.Contains(reference));
        Assert.Contains("was refused: it would end the process", entry.Error!.ToString());
        Assert.NotEmpty(await other.ModelAsync("ButtonModel"));
    }
}
