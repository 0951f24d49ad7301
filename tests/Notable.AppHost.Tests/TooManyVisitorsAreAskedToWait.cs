using System.Net;

namespace Notable.AppHost.Tests;

public class TooManyVisitorsAreAskedToWait
{
    [Fact]
    public async Task Politely_and_only_as_long_as_all_places_are_taken()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { MaxVisitors = 2, TimeProvider = time }, "1");
        await using (await app.OpenPageAsync())
        await using (await app.OpenPageAsync())
        {
            await RefusedAsync(app);
        }
        // They close, and do not come back.
        await Task.Delay(500, TestApp.Canceled);
        time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("", TestApp.Canceled)).StatusCode);
    }

    private static async Task RefusedAsync(TestApp app)
    {
        using var refused = await app.Client.GetAsync("", TestApp.Canceled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("All places are taken", await refused.Content.ReadAsStringAsync(TestApp.Canceled));
    }

    [Fact]
    public async Task Looking_with_HEAD_takes_no_place()
    {
        await using var app = await TestApp.StartAsync("1");
        using var request = new HttpRequestMessage(HttpMethod.Head, "");
        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(request, TestApp.Canceled)).StatusCode);
        Assert.Equal(0, app.Server.Visitors);
    }
}
