namespace Notable.AppHost.Tests;

public class HealthIsTold
{
    [Fact]
    public async Task A_server_that_serves_says_ok_and_makes_no_session_for_it()
    {
        await using var app = await TestApp.StartAsync("1");
        Assert.Equal("ok\n", await app.Client.GetStringAsync("healthz", TestApp.Canceled));
        Assert.Equal(0, app.Server.Visitors);
    }
}
