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
    public async Task The_packages_are_those_that_a_run_needs()
    {
        using var binder = await BinderFolder.CreateAsync();
        Assert.Equal("cpu\n", File.ReadAllText(binder["binder/device"]));
        var run = await binder.RunAsync("binder/install-packages", ["--list"]);
        var packages = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var needed = File.ReadLines(Repository.Path("environment", "packages.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [_, _, "run"]).Select(words => words[1]);
        Assert.Empty(needed.Except(packages));
        Assert.Contains("libtorch-dev", packages);
        Assert.DoesNotContain("chromium", packages);
    }

    [Fact]
    public async Task With_CUDA_Debians_libtorch_stays_away()
    {
        using var binder = await BinderFolder.CreateAsync();
        File.WriteAllText(binder["binder/device"], "cuda");
        var run = await binder.RunAsync("binder/install-packages", ["--list"]);
        var packages = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain("libvips42", packages);
        Assert.DoesNotContain("libtorch-dev", packages);
        Assert.DoesNotContain("libopenblas0", packages);
    }

    [Theory]
    [InlineData("install-packages")]
    [InlineData("install-jupyter")]
    public async Task Any_other_device_is_refused(string step)
    {
        using var binder = await BinderFolder.CreateAsync();
        File.WriteAllText(binder["binder/device"], "gpu\n");
        var run = await binder.RunAsync($"binder/{step}", ["--list"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("binder/device says 'gpu'; expected cpu or cuda", run.Error);
    }

    [Fact]
    public async Task The_last_one_builds_installs_the_kernel_and_sets_the_proxy_up()
    {
        using var binder = await BinderFolder.CreateAsync();
        foreach (var name in new[] { "setup", "notable" })
        {
            File.WriteAllText(binder[$"environment/{name}"], "#!/bin/sh\necho \"$(id -u) $(basename \"$0\") $*\"\n");
            File.SetUnixFileMode(binder[$"environment/{name}"], (UnixFileMode)0b111_101_101);
        }
        var run = await binder.RunAsync("binder/install-notable");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var calls = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["setup", "notable kernel install"], calls.Select(call => call[(call.IndexOf(' ') + 1)..].TrimEnd()));
        Assert.DoesNotContain(calls, call => call.StartsWith("0 "));        // not root
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(binder.Home, ".jupyter", "jupyter_server_config.json")))!;
        var command = settings["ServerProxy"]!["servers"]!["voila"]!["command"]!;
        Assert.Equal((binder["environment/notable"], binder["notebooks/app.ipynb"]), ((string?)command[0], (string?)command[2]));
    }
}
