using System.Text.Json.Nodes;

namespace Notable.AppHost.Tests;

public class MessagesAreBracketed
{
    [Fact]
    public async Task Busy_comes_before_and_idle_after_all_that_a_message_caused()
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\"); var shown = new Label();",
            "button.OnClick(async () => { shown.Value = \"one\"; await Task.Delay(20); shown.Value = \"two\"; });",
            "new VBox(button, shown)");
        await using var page = await app.OpenPageAsync();

        var messages = await page.ClickAsync(await page.ModelAsync("ButtonModel"));

        Assert.Equal(["busy", "one", "two", "idle"], messages.Select(What));
        Assert.Single(messages.Select(message => (string?)message["parent_header"]!["msg_id"]).Distinct());
    }

    private static string? What(JsonNode message) =>
        (string?)(message["content"]!["execution_state"] ?? message["content"]!["data"]!["state"]!["value"]);
}
