using System.Net;

namespace Notable.AppHost.Tests;

public class TokensAreAskedFor
{
    private static Task<TestApp> ClosedAppAsync() => TestApp.StartAsync(options => options with { Token = "sesame" }, "1");

    [Theory]
    [InlineData("")]
    [InlineData("?token=wrong")]
    [InlineData("api/session/0-0/channels")]
    public async Task Without_it_nothing_is_shown(string path)
    {
        await using var app = await ClosedAppAsync();
        using var response = await app.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, app.Server.Visitors);
    }

    [Fact]
    public async Task With_it_a_cookie_lets_in_and_the_address_forgets_it()
    {
        await using var app = await ClosedAppAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app.Server.Address };

        using var first = await client.GetAsync("?token=sesame&x=1", TestApp.Canceled);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("./?x=1", first.Headers.Location!.OriginalString);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("sesame", cookie);
        using var second = await client.GetAsync("", TestApp.Canceled);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Monitors_need_none()
    {
        await using var app = await ClosedAppAsync();
        Assert.Equal("ok\n", await app.Client.GetStringAsync("healthz", TestApp.Canceled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_one_is_an_open_door_that_looks_locked(string token)
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Token = token }, "1"));
        Assert.Contains("token is empty", error.Message);
    }

    [Theory]
    [InlineData("sesame", true)]
    [InlineData("0123456789abcdef", false)]
    public async Task A_short_one_is_warned_about(string token, bool isWarned)
    {
        await using var app = await TestApp.StartAsync(options => options with { Token = token }, "1");
        Assert.Equal(isWarned, app.Log.Entries.Any(entry => entry.Text.Contains("could be guessed")));
    }

    [Theory]
    [InlineData("?token=sesame", "./")]
    [InlineData("?TOKEN=sesame&x=1", "./?x=1")]
    [InlineData("?Token=wrong&x=1&token=sesame", "./?x=1")]
    public async Task It_leaves_the_address_however_it_is_spelled_and_with_the_cookie_too(string query, string left)
    {
        await using var app = await ClosedAppAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = app.Server.Address };
        using var come = await client.GetAsync("?token=sesame", TestApp.Canceled);
        using var again = await client.GetAsync(query, TestApp.Canceled);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(left, again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Wrong_ones_are_counted_logged_and_soon_not_looked_at()
    {
        await using var app = await ClosedAppAsync();
        for (var i = 0; i < 12; i++)
            using (var wrong = await app.GetAsync($"?token=guess{i}"))
                Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var late = await app.GetAsync("?token=sesame");
        using var elsewhere = await app.GetAsync("?token=sesame", ("X-Forwarded-For", "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.Equal(12, app.Log.Entries.Count(entry => entry.Text == "127.0.0.1 tried a wrong token"));
        Assert.Matches("notable_refused_token_total [1-9]", await app.Client.GetStringAsync("metrics", TestApp.Canceled));
    }

    [Fact]
    public async Task Metrics_need_none_on_this_machine()
    {
        await using var app = await ClosedAppAsync();
        Assert.Contains("notable_visitors 0", await app.Client.GetStringAsync("metrics", TestApp.Canceled));
        using var stranger = await app.GetAsync("metrics", ("X-Forwarded-For", "203.0.113.1"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }
}
