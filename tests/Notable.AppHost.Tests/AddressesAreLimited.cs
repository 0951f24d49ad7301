using System.Net;

namespace Notable.AppHost.Tests;

public class AddressesAreLimited
{
    [Fact]
    public async Task Who_asks_for_too_many_pages_is_asked_to_wait()
    {
        await using var app = await TestApp.StartAsync(options => options with { VisitorsPerMinute = 2 }, "1");
        using var first = await app.GetAsync("");
        using var second = await app.GetAsync("");
        using var third = await app.GetAsync("", ("Accept-Language", "es"));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Contains("más despacio", WebUtility.HtmlDecode(await third.Content.ReadAsStringAsync(TestApp.Cancelled)));
        Assert.Equal(2, app.Server.Visitors);
    }

    [Fact]
    public async Task Visitors_behind_a_proxy_of_this_machine_count_one_by_one()
    {
        await using var app = await TestApp.StartAsync(options => options with { VisitorsPerMinute = 1 }, "1");
        using var anna = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.1"));
        using var ben = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.2"));
        using var again = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.1"));
        using var one = await app.GetAsync("", ("X-Forwarded-For", "2001:db8:1:2::1"));
        using var neighbour = await app.GetAsync("", ("X-Forwarded-For", "2001:db8:1:2::2"));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            [anna.StatusCode, ben.StatusCode, again.StatusCode, one.StatusCode, neighbour.StatusCode]);
    }

    [Fact]
    public async Task The_host_that_such_a_proxy_names_is_the_pages_own()
    {
        await using var app = await TestApp.StartAsync(options => options with { HostNames = ["app.example.org"] }, "1");
        var html = await app.Client.GetStringAsync("", TestApp.Cancelled);
        var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://app.example.org");
        socket.Options.SetRequestHeader("X-Forwarded-Host", "app.example.org");
        socket.Options.SetRequestHeader("X-Forwarded-Proto", "https");
        await socket.ConnectAsync(PageClient.ChannelsOf(app.Server.Address, html), TestApp.Cancelled);
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task What_is_no_proxy_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Proxies = ["nginx"] }, "1"));
        Assert.Contains("'nginx'", error.Message);
    }
}
