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
}
