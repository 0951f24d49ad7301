using System.Text.RegularExpressions;
using Notable.Testing;

namespace Launch;

/// <summary>.github/workflows/ci.yml: nothing but <c>dotnet</c> on three systems, so that each step can be tried by hand.</summary>
public partial class WorkflowIsPlain
{
    private static readonly string[] lines = File.ReadAllLines(Repository.Path(".github", "workflows", "ci.yml"));

    [Fact]
    public void It_says_first_that_it_has_not_been_seen_running() =>
        Assert.Contains("not been seen running", lines.TakeWhile(line => line.StartsWith('#')).First());

    [Fact]
    public void Every_step_is_a_dotnet_command_on_a_file_that_is_there()
    {
        string[] commands = [.. lines.Select(line => Step().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.StartsWith("dotnet ", command));
        var files = commands.SelectMany(command => command.Split(' ')).Where(word => Path.HasExtension(word)).Distinct().ToArray();
        Assert.Equal(["Notable.slnx", "environment/app.cs"], files);
        Assert.All(files, file => Assert.True(File.Exists(Repository.Path(file)), file));
    }

    [Fact]
    public void Three_systems_build_it()
    {
        var matrix = Assert.Single(lines, line => line.TrimStart().StartsWith("os: [", StringComparison.Ordinal));
        foreach (var system in new[] { "ubuntu", "windows", "macos" })
            Assert.Contains($"{system}-latest", matrix);
    }

    [GeneratedRegex(@"^\s*- run: (.*)$")]
    private static partial Regex Step();
}
