using System.Text.Json.Nodes;
using Notable.Testing;

namespace Launch;

/// <summary>
/// The scripts that binder/Dockerfile runs, as an ordinary user in a scratch folder. Not install-jupyter: it asks PyPI for
/// packages. The build itself takes minutes and is left to <see cref="BinderBuildsTheApp"/>.
/// </summary>
public class BinderStepsWork
{
    [Fact]
    public async Task The_packages_are_what_Jupyter_needs()
    {
        using var binder = await BinderFolder.CreateAsync();
        var run = await binder.RunAsync("binder/install-packages", ["--list"]);
        Assert.Equal("ca-certificates\ngit\npython3-venv\n", run.Output);
    }

    [Theory]
    [InlineData("cpu", "")]
    [InlineData("cuda", "cuda")]
    public async Task The_device_chooses_the_packages_of_the_build(string device, string property)
    {
        using var binder = await BinderFolder.CreateAsync();
        File.WriteAllText(binder["binder/device"], device + "\n");
        StandIn(binder, "setup", "echo \"Device=${Device:-}\"");
        StandIn(binder, "notable", "true");
        var run = await binder.RunAsync("binder/install-notable");
        Assert.Equal((0, $"Device={property}\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Any_other_device_is_refused()
    {
        using var binder = await BinderFolder.CreateAsync();
        File.WriteAllText(binder["binder/device"], "gpu\n");
        var run = await binder.RunAsync("binder/install-notable");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("binder/device says 'gpu'; expected cpu or cuda", run.Error);
    }

    [Fact]
    public async Task The_last_one_builds_installs_the_kernel_and_sets_the_proxy_up()
    {
        using var binder = await BinderFolder.CreateAsync();
        foreach (var name in new[] { "setup", "notable" })
            StandIn(binder, name, "echo \"$(id -u) $(basename \"$0\") $*\"");
        var run = await binder.RunAsync("binder/install-notable");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var calls = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["setup", "notable kernel install"], calls.Select(call => call[(call.IndexOf(' ') + 1)..].TrimEnd()));
        Assert.DoesNotContain(calls, call => call.StartsWith("0 "));        // not root
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(binder.Home, ".jupyter", "jupyter_server_config.json")))!;
        var command = settings["ServerProxy"]!["servers"]!["voila"]!["command"]!;
        Assert.Equal((binder["environment/notable"], binder["notebooks/app.ipynb"]), ((string?)command[0], (string?)command[2]));
    }

    private static void StandIn(BinderFolder binder, string name, string script)
    {
        File.WriteAllText(binder[$"environment/{name}"], $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(binder[$"environment/{name}"], (UnixFileMode)0b111_101_101);
    }
}
