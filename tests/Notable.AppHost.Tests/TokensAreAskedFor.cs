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

        using var first = await client.GetAsync("?token=sesame&x=1", TestApp.Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("./?x=1", first.Headers.Location!.OriginalString);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("sesame", cookie);
        using var second = await client.GetAsync("", TestApp.Cancelled);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Monitors_need_none()
    {
        await using var app = await ClosedAppAsync();
        Assert.Equal("ok\n", await app.Client.GetStringAsync("healthz", TestApp.Cancelled));
    }
}
