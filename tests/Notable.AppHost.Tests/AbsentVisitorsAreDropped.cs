namespace Notable.AppHost.Tests;

public class AbsentVisitorsAreDropped
{
    private static readonly string[] cells = ["var button = new Button(\"x\"); button"];

    [Fact]
    public async Task One_who_never_connects_after_half_a_minute()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { TimeProvider = time }, cells);
        await app.Client.GetStringAsync("", TestApp.Canceled);

        time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(1, app.Server.Visitors);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(0, app.Server.Visitors);
    }

    [Fact]
    public async Task One_whose_connection_is_lost_after_two_minutes()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { TimeProvider = time }, cells);
        var page = await app.OpenPageAsync();
        await page.StatesAsync();

        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, app.Server.Visitors);
        await page.Socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, TestApp.Canceled);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, app.Server.Visitors);
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(0, app.Server.Visitors);
    }

    [Fact]
    public async Task One_who_does_nothing_for_an_hour_and_is_told()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { TimeProvider = time }, cells);
        await using var page = await app.OpenPageAsync();
        await page.ClickAsync(await page.ModelAsync("ButtonModel"));

        time.Advance(TimeSpan.FromMinutes(61));

        while (await page.ReceiveAsync() is not null)
        {
        }
        Assert.Equal(4404, (int)page.Socket.CloseStatus!);
        Assert.Equal(0, app.Server.Visitors);
    }
}
