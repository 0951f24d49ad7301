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
        Assert.Contains("más despacio", WebUtility.HtmlDecode(await third.Content.ReadAsStringAsync(TestApp.Canceled)));
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
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://app.example.org");
        socket.Options.SetRequestHeader("X-Forwarded-Host", "app.example.org");
        socket.Options.SetRequestHeader("X-Forwarded-Proto", "https");
        await socket.ConnectAsync(PageClient.ChannelsOf(app.Server.Address, html), TestApp.Canceled);
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Behind_a_chain_of_proxies_too()
    {
        await using var app = await TestApp.StartAsync(options => options with { VisitorsPerMinute = 1, Proxies = ["10.0.0.0/8"] }, "1");
        using var anna = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.1, 10.0.0.7, 10.0.0.8"));
        using var ben = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.2, 10.0.0.7, 10.0.0.8"));
        using var forged = await app.GetAsync("", ("X-Forwarded-For", "198.51.100.9, 203.0.113.2, 10.0.0.8"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [anna.StatusCode, ben.StatusCode, forged.StatusCode]);
    }

    [Fact]
    public async Task A_proxy_that_is_not_trusted_is_named_and_sees_no_metrics()
    {
        await using var app = await TestApp.StartAsync("1");
        using var page = await app.GetAsync("", ("X-Forwarded-For", "203.0.113.1, 10.0.0.7"));
        using var metrics = await app.GetAsync("metrics", ("X-Forwarded-For", "203.0.113.1, 10.0.0.7"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
        Assert.Contains(app.Log.Entries, entry => entry.Text.StartsWith("10.0.0.7 forwards requests", StringComparison.Ordinal) && entry.Text.Contains("--proxy"));
    }

    [Fact]
    public async Task Connections_are_counted_but_not_those_of_trusted_proxies()
    {
        await using var app = await TestApp.StartAsync(options => options with { ConnectionsPerAddress = 1 }, "1");
        using var first = await app.GetAsync("");
        using var other = new HttpClient();
        Assert.Equal("ok\n", await other.GetStringAsync(new Uri(app.Server.Address, "healthz"), TestApp.Canceled));

        var limit = new Http.ConnectionLimit(new AppOptions { Notebook = "", Environment = Kernel.Scripting.ScriptEnvironment.Default, ConnectionsPerAddress = 2 });
        Assert.True(limit.TryEnter(IPAddress.Parse("203.0.113.1"), out var one));
        Assert.True(limit.TryEnter(IPAddress.Parse("::ffff:203.0.113.1"), out _));
        Assert.False(limit.TryEnter(IPAddress.Parse("203.0.113.1"), out _));
        Assert.True(limit.TryEnter(IPAddress.Parse("203.0.113.2"), out _));
        one!.Dispose();
        Assert.True(limit.TryEnter(IPAddress.Parse("203.0.113.1"), out _));
    }

    [Fact]
    public async Task What_is_no_proxy_is_said_at_once()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { Proxies = ["nginx"] }, "1"));
        Assert.Contains("'nginx'", error.Message);
    }
}
