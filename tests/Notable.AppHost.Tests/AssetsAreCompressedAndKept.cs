using System.IO.Compression;
using System.Net;

namespace Notable.AppHost.Tests;

public class AssetsAreCompressedAndKept
{
    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("", null)]
    public async Task In_the_smallest_form_the_browser_takes(string accepted, string? encoding)
    {
        await using var app = await TestApp.StartAsync("1");
        var script = PageLinks.Of(await app.Client.GetStringAsync("", TestApp.Canceled)).Single(link => link.EndsWith(".js", StringComparison.Ordinal));
        var plain = await app.Client.GetByteArrayAsync(script, TestApp.Canceled);
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var response = await app.Client.SendAsync(request, TestApp.Canceled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(plain, Decode(encoding, await response.Content.ReadAsByteArrayAsync(TestApp.Canceled)));
    }

    [Fact]
    public async Task The_whole_cold_page_stays_below_600_kilobytes()
    {
        await using var app = await TestApp.StartAsync("1");
        var html = await app.Client.GetByteArrayAsync("", TestApp.Canceled);
        var total = html.Length;
        foreach (var link in PageLinks.Of(System.Text.Encoding.UTF8.GetString(html)).Where(link => link.EndsWith(".js") || link.EndsWith(".css")))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var response = await app.Client.SendAsync(request, TestApp.Canceled);
            total += (await response.Content.ReadAsByteArrayAsync(TestApp.Canceled)).Length;
        }
        Assert.InRange(total, 50_000, 600_000);
    }

    private static byte[] Decode(string? encoding, byte[] bytes)
    {
        using var source = new MemoryStream(bytes);
        using Stream decoder = encoding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }
}
