using System.Net;

namespace Notable.AppHost.Tests;

public class BaseUrlIsUnderstood
{
    [Theory]
    [InlineData("/")]
    [InlineData("/user/anna/")]
    [InlineData("/user/anna/voila/render/app.ipynb")]
    [InlineData("/user/anna/healthz")]
    public async Task With_and_without_the_path_that_a_proxy_adds(string path)
    {
        await using var app = await TestApp.StartAsync(options => options with { BaseUrl = "/user/anna/" }, "1");
        Assert.Equal("/user/anna/", app.Server.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, await RawRequest.StatusAsync(app.Server.Address, path));
    }

    [Fact]
    public async Task Without_the_last_slash_it_leads_there()
    {
        await using var app = await TestApp.StartAsync(options => options with { BaseUrl = "/user/anna" }, "1");
        Assert.Equal(HttpStatusCode.Redirect, await RawRequest.StatusAsync(app.Server.Address, "/user/anna"));
        Assert.EndsWith("/user/anna/", app.Server.Address.AbsolutePath);
    }
}
