namespace Notable.AppHost.Tests;

public class EndingTakesLeave
{
    [Fact]
    public async Task A_stopped_server_closes_every_page_and_frees_its_widgets()
    {
        await using var app = await TestApp.StartAsync("new Label { Value = \"x\" }");
        await using var page = await app.OpenPageAsync();
        await page.StatesAsync();
        using var stop = new CancellationTokenSource();
        var running = app.Server.RunAsync(stop.Token);

        await stop.CancelAsync();

        while (await page.ReceiveAsync() is not null)
        {
        }
        await running;
        Assert.Equal(0, app.Server.Visitors);
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("", TestApp.Canceled));
    }
}
