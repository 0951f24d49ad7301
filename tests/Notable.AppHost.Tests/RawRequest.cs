using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Notable.AppHost.Tests;

/// <summary>HTTP by hand, for paths that a proper client would tidy up.</summary>
public static class RawRequest
{
    public static async Task<HttpStatusCode> StatusAsync(Uri server, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestApp.Canceled);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"), TestApp.Canceled);
        using var reader = new StreamReader(stream);
        var first = await reader.ReadLineAsync(TestApp.Canceled);
        return (HttpStatusCode)int.Parse(first!.Split(' ')[1]);
    }
}
