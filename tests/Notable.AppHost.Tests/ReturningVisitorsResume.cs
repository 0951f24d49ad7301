namespace Notable.AppHost.Tests;

public class ReturningVisitorsResume
{
    [Fact]
    public async Task The_same_session_with_all_that_happened_meanwhile()
    {
        await using var app = await TestApp.StartAsync(
            "var button = new Button(\"x\"); var shown = new Label();",
            "button.OnClick(() => { shown.Value = \"kept\"; });",
            "new VBox(button, shown)");
        await using var page = await app.OpenPageAsync();
        await page.ClickAsync(await page.ModelAsync("ButtonModel"));
        page.Socket.Abort();

        await using var again = await PageClient.ConnectAsync(app.Server.Address, page.Html, origin: null);

        Assert.Contains("kept", (await again.StatesAsync()).ToJsonString());
        Assert.Equal(1, app.Server.Visitors);
    }
}
