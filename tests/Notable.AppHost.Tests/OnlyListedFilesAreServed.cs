using System.Net;

namespace Notable.AppHost.Tests;

public class OnlyListedFilesAreServed
{
    [Theory]
    [InlineData("app.ipynb")]
    [InlineData("static/app.ipynb")]
    [InlineData("static/")]
    [InlineData("static/../app.ipynb")]
    [InlineData("static/..%2Fapp.ipynb")]
    [InlineData("static/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("static/..%5c..%5cetc%5cpasswd")]
    [InlineData("static//etc/passwd")]
    [InlineData("api/session/x")]
    [InlineData("api/kernels")]
    public async Task Anything_else_is_not_found(string path)
    {
        await using var app = await TestApp.StartAsync("1");
        // Uri would tidy the path up before it is sent; a hostile client does not.
        Assert.Equal(HttpStatusCode.NotFound, await RawRequest.StatusAsync(app.Server.Address, "/" + path));
    }

    [Fact]
    public async Task The_page_asks_for_nothing_but_files_that_are_there()
    {
        await using var app = await TestApp.StartAsync("1");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);

        var links = PageLinks.Of(html).Where(link => !link.StartsWith("data:", StringComparison.Ordinal)).ToArray();

        Assert.Equal(3, links.Length);
        foreach (var link in links)
        {
            Assert.StartsWith("static/", link);
            Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(link, TestApp.Canceled)).StatusCode);
        }
    }
}
