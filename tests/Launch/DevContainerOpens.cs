using System.Text.Json;
using Notable.Testing;

namespace Launch;

/// <summary>.devcontainer/devcontainer.json as the Dev Containers command line reads it; no container is started.</summary>
public class DevContainerOpens
{
    [Fact]
    public async Task The_command_line_for_dev_containers_reads_it()
    {
        var configuration = await ReadAsync();
        Assert.Equal("optional", configuration.GetProperty("hostRequirements").GetProperty("gpu").GetString());
        Assert.Equal(8866, Assert.Single(configuration.GetProperty("forwardPorts").EnumerateArray()).GetInt32());
    }

    [Fact]
    public async Task What_it_runs_builds_and_installs_the_kernel()
    {
        var configuration = await ReadAsync();
        string[] commands = [.. new[] { "onCreateCommand", "postCreateCommand" }.Select(name => configuration.GetProperty(name).GetString()!)];
        Assert.Equal(["environment/setup", "environment/notable kernel install"], commands);
        Assert.All(commands, command => Assert.True(
            File.GetUnixFileMode(Repository.Path(command.Split(' ')[0])).HasFlag(UnixFileMode.UserExecute), command));
    }

    private static async Task<JsonElement> ReadAsync()
    {
        // In place of a container engine, a program that knows of no container.
        var run = await Checkers.RunAsync(
            "node_modules/@devcontainers/cli/devcontainer.js", "read-configuration", "--docker-path", "/bin/true", "--workspace-folder", Repository.Root);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("configuration");
    }
}
