namespace Notable.AppHost.Tests;

public class UnknownSessionsAreGone
{
    [Fact]
    public async Task A_page_of_a_session_that_is_no_more_is_told_to_start_again()
    {
        await using var app = await TestApp.StartAsync("1");
        var channels = new UriBuilder(new Uri(app.Server.Address, "api/session/0123456789/channels")) { Scheme = "ws" }.Uri;

        using var socket = await PageClient.ConnectAsync(channels, origin: null);
        var result = await socket.ReceiveAsync(new byte[10].AsMemory(), TestApp.Canceled);

        Assert.Equal(System.Net.WebSockets.WebSocketMessageType.Close, result.MessageType);
        Assert.Equal(4404, (int)socket.CloseStatus!);
    }
}
