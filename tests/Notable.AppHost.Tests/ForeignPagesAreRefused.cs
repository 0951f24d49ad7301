using System.Net.WebSockets;

namespace Notable.AppHost.Tests;

public class ForeignPagesAreRefused
{
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task The_page_of_another_site_gets_no_socket(string origin)
    {
        await using var app = await TestApp.StartAsync("1");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        var channels = PageClient.ChannelsOf(app.Server.Address, html);

        await Assert.ThrowsAsync<WebSocketException>(() => PageClient.ConnectAsync(channels, origin));

        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains(origin));
    }

    [Fact]
    public async Task Our_own_page_gets_one()
    {
        await using var app = await TestApp.StartAsync("1");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        var origin = app.Server.Address.GetLeftPart(UriPartial.Authority);

        using var socket = await PageClient.ConnectAsync(PageClient.ChannelsOf(app.Server.Address, html), origin);

        Assert.Equal(WebSocketState.Open, socket.State);
    }
}
