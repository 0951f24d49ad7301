using System.Text.Json;
using System.Text.RegularExpressions;
using Notable.Testing;

namespace Launch;

/// <summary>binder/Dockerfile: what a linter says, and what Binder-style hosts ask for.</summary>
public partial class DockerfileIsSound
{
    private static readonly string File = Repository.Path("binder", "Dockerfile");
    private static readonly string[] lines = System.IO.File.ReadAllLines(File);

    [Fact]
    public async Task The_linter_finds_nothing() => Assert.Equal(0, await IssuesAsync(File));

    [Fact]
    public async Task It_finds_nothing_in_that_of_a_published_app() => Assert.Equal(0, await IssuesAsync(Repository.Path("environment", "app.Dockerfile")));

    [Fact]
    public async Task The_linter_finds_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(folder["Dockerfile"], "FROM debian\nRUN apt-get install -y curl\nCOPPY a b\n");
        Assert.True(await IssuesAsync(folder["Dockerfile"]) >= 2);
    }

    [Fact]
    public void The_base_is_Microsofts_image_of_one_release_of_Ubuntu() => Assert.Matches(@"^FROM mcr\.microsoft\.com/dotnet/sdk:10\.0-noble$", Assert.Single(lines, line => line.StartsWith("FROM ")));

    [Fact]
    public void It_ends_as_the_hosts_user()
    {
        Assert.Contains("ARG NB_UID=1000", lines);
        Assert.Contains(lines, line => line.StartsWith("ARG NB_USER="));
        Assert.Equal("USER ${NB_USER}", lines.Last(line => line.StartsWith("USER ")));
        Assert.Contains(lines, line => line.EndsWith("/binder/make-user \"${NB_USER}\" \"${NB_UID}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_steps_are_scripts_that_can_be_run()
    {
        var steps = lines.SelectMany(line => Step().Matches(line).Select(match => match.Groups[1].Value)).ToArray();
        Assert.Equal(["install-packages", "make-user", "install-jupyter", "install-notable"], steps);
        Assert.All(steps, step => Assert.True(System.IO.File.GetUnixFileMode(Repository.Path("binder", step)).HasFlag(UnixFileMode.OtherExecute), step));
    }

    private static async Task<int> IssuesAsync(string file)
    {
        var run = await Checkers.RunAsync("node_modules/dockerfilelint/bin/dockerfilelint", "--output", "json", file);
        return JsonDocument.Parse(run.Output).RootElement.GetProperty("totalIssues").GetInt32();
    }

    [GeneratedRegex("binder/((?:install|make)-[a-z]+)")]
    private static partial Regex Step();
}
