using System.Net.Sockets;

namespace Notable.AppHost.Tests;

public class SlowClientsAreCutOff
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_head_that_does_not_end_costs_the_connection()
    {
        await using var app = await TestApp.StartAsync(options => options with { SlowClientTimeout = TimeSpan.FromSeconds(2) }, "1");
        using var client = new TcpClient();
        await client.ConnectAsync(app.Server.Address.Host, app.Server.Address.Port, TestApp.Canceled);
        var stream = client.GetStream();
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray(), TestApp.Canceled);

        var answer = await new StreamReader(stream).ReadToEndAsync(TestApp.Canceled).WaitAsync(patience, TestApp.Canceled);

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Equal(0, app.Server.Visitors);
    }
}
