using System.Net;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>binder/jupyter_server_config.json makes <c>?urlpath=voila/render/app.ipynb</c> the app: with our command line as it was built, and a stand-in for Jupyter.</summary>
public class BinderOpensTheApp
{
    private const string BaseUrl = "/user/anna/";
    private static readonly string Settings = Repository.Path("binder", "jupyter_server_config.json");

    [Fact]
    public async Task With_all_that_the_page_needs()
    {
        var entry = ProxyEntry.Read(Settings);
        Assert.True(entry.AbsoluteUrl);
        Assert.Equal("@repository@/environment/notable", entry.Command[0]);
        await using var jupyter = await JupyterStandIn.StartAsync(entry, BaseUrl, command =>
            Command.Start(Repository.Root, [.. command.Skip(1).Select(word => word.Replace("@repository@", Repository.Root))]));

        await ProxiedPage.OpenAsync(new Uri(jupyter.Address, $"{BaseUrl}voila/render/app.ipynb"));
        // JupyterLab's launcher opens it too
        await ProxiedPage.OpenAsync(new Uri(jupyter.Address, BaseUrl + entry.LauncherPath));
        await ProxiedPage.OpenAsync(new Uri(jupyter.Address, $"{BaseUrl}voila/"));

        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(jupyter.Address, $"{BaseUrl}render/app.ipynb"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void There_is_time_for_a_slow_host() => Assert.InRange(ProxyEntry.Read(Settings).Timeout, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
}
