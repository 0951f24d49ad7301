namespace Notable.AppHost.Tests;

public class VisitorsAreIsolated
{
    private static readonly string[] cells =
    [
        "var count = 0; var button = new Button(\"+\"); var shown = new Label();",
        "button.OnClick(() => { count++; shown.Value = $\"clicked {count}\"; });",
        "new VBox(button, shown)",
    ];

    [Fact]
    public async Task Each_has_variables_and_widgets_of_their_own()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var first = await app.OpenPageAsync();
        await using var second = await app.OpenPageAsync();
        var firstButton = await first.ModelAsync("ButtonModel");
        var secondButton = await second.ModelAsync("ButtonModel");

        await first.ClickAsync(firstButton);
        var twice = await first.ClickAsync(firstButton);
        var once = await second.ClickAsync(secondButton);

        Assert.NotEqual(firstButton, secondButton);
        Assert.Contains(twice, message => message.ToJsonString().Contains("clicked 2"));
        Assert.Contains(once, message => message.ToJsonString().Contains("clicked 1"));
    }

    [Fact]
    public async Task One_cannot_reach_the_widgets_of_another()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var first = await app.OpenPageAsync();
        await using var second = await app.OpenPageAsync();

        await second.ClickAsync(await first.ModelAsync("ButtonModel"));

        Assert.DoesNotContain("clicked", (await first.StatesAsync()).ToJsonString());
    }
}
