using System.Net;

namespace Notable.AppHost.Tests;

public class VoilaAddressWorks
{
    [Fact]
    public async Task The_served_notebook_is_found_where_Voila_would_have_it()
    {
        await using var app = await TestApp.StartAsync("new Label { Value = \"hello\" }");
        await using var page = await app.OpenPageAsync("voila/render/app.ipynb");

        Assert.Contains(await page.StatesAsync(), state => (string?)state.Value!["model_name"] == "LabelModel");
        foreach (var link in PageLinks.Of(page.Html).Where(link => link.Contains("static/")))
        {
            // Proxies pass on what lies below voila/, so the page must need nothing else.
            var address = new Uri(new Uri(app.Server.Address, "voila/render/"), link);
            Assert.StartsWith("/voila/static/", address.AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(address, TestApp.Canceled)).StatusCode);
        }
    }

    [Theory]
    [InlineData("voila/render/other.ipynb")]
    [InlineData("voila/render/")]
    [InlineData("voila/render/sub/app.ipynb")]
    [InlineData("voila/render/..%2fapp.ipynb")]
    public async Task No_other_notebook_is(string path)
    {
        await using var app = await TestApp.StartAsync("1");
        Assert.Equal(HttpStatusCode.NotFound, await RawRequest.StatusAsync(app.Server.Address, "/" + path));
    }
}
