using System.Net;

namespace Notable.AppHost.Tests;

public class HeadersAreLimited
{
    [Fact]
    public async Task Long_addresses_and_heads_are_refused()
    {
        await using var app = await TestApp.StartAsync("1");
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await RawRequest.StatusAsync(app.Server.Address, "/" + new string('a', 9_000)));
        using var large = await app.GetAsync("healthz", ("X-Large", new string('a', 40_000)));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_posted_where_nothing_is_taken()
    {
        await using var app = await TestApp.StartAsync("1");
        using var posted = await app.Client.PostAsync("", new ByteArrayContent(new byte[100_000]), TestApp.Canceled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(0, app.Server.Visitors);
    }
}
