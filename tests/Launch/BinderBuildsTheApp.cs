namespace Launch;

/// <summary>The Dockerfile's last step on a fresh copy of the repository, as an ordinary user with an empty home: build, kernel, and the app behind the proxy.</summary>
public class BinderBuildsTheApp
{
    private const string BaseUrl = "/user/anna/";
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task From_the_repository_to_the_page()
    {
        Long.OrSkip();
        using var binder = await BinderFolder.CreateAsync(whole: true);
        var run = await binder.RunAsync("binder/install-notable", limit: limit);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.True(File.Exists(Path.Combine(binder.Home, ".local", "share", "jupyter", "kernels", "notable-csharp", "kernel.json")));

        var entry = ProxyEntry.Read(Path.Combine(binder.Home, ".jupyter", "jupyter_server_config.json"));
        await using var jupyter = await JupyterStandIn.StartAsync(entry, BaseUrl, binder.Start);
        await ProxiedPage.OpenAsync(new Uri(jupyter.Address, $"{BaseUrl}voila/render/app.ipynb"));
    }
}
