using System.Net;

namespace Notable.AppHost.Tests;

public class HostNamesAreChecked
{
    private static async Task<HttpStatusCode> AskAsync(TestApp app, string host, string path = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var response = await app.Client.SendAsync(request, TestApp.Canceled);
        return response.StatusCode;
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:8866", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]:8866", true)]
    [InlineData("192.168.1.20:8866", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("app.example.org", false)]
    public async Task Only_this_machines_own_are_answered_by_default(string host, bool isAnswered)
    {
        await using var app = await TestApp.StartAsync("1");
        Assert.Equal(isAnswered ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, await AskAsync(app, host));
        Assert.Equal(isAnswered ? 1 : 0, app.Server.Visitors);
    }

    [Fact]
    public async Task Others_are_named_by_the_operator()
    {
        await using var app = await TestApp.StartAsync(options => options with { HostNames = ["app.example.org"] }, "1");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, "APP.example.org"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(app, "evil.example"));
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("evil.example") && entry.Text.Contains("--host-name"));
    }

    [Fact]
    public async Task A_foreign_page_that_points_its_name_here_gets_no_socket_even_with_a_matching_origin()
    {
        await using var app = await TestApp.StartAsync("1");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.SetRequestHeader("Host", "evil.example");
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => socket.ConnectAsync(new UriBuilder(PageClient.ChannelsOf(app.Server.Address, html)) { Fragment = "" }.Uri, TestApp.Canceled));
    }

    [Fact]
    public async Task Monitors_may_use_any_and_the_star_allows_all()
    {
        await using var app = await TestApp.StartAsync("1");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, "monitor.example", "healthz"));
        await using var open = await TestApp.StartAsync(options => options with { HostNames = ["*"] }, "1");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(open, "anything.example"));
    }

    [Theory]
    [InlineData("https://app.example.org")]
    [InlineData("app.example.org:443")]
    public async Task What_is_no_name_is_said_at_once(string name)
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { HostNames = [name] }, "1"));
        Assert.Contains($"'{name}'", error.Message);
    }
}
