using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>Which package of libtorch a build takes, as MSBuild evaluates it. The packages for CUDA are not restored: they hold gigabytes.</summary>
public class BackendIsChosen
{
    private const string Cli = "lib/Notable.Cli/Notable.Cli.csproj";
    private static readonly string[] Names = ["libtorch-", "TorchSharp-"];

    [Theory]
    [InlineData("libtorch-cpu-linux-x64")]
    [InlineData("TorchSharp-cuda-linux", "-p:Device=cuda")]
    [InlineData("TorchSharp-cuda-windows", "-p:Device=cuda", "-p:TorchSystem=win-x64")]
    [InlineData("libtorch-cpu-osx-arm64", "-p:TorchSystem=osx-arm64")]
    public async Task By_the_device_and_the_system(string expected, params string[] properties)
    {
        var references = await ReferencesAsync(Cli, properties);
        Assert.Equal([expected], references.Where(IsBackend));
        Assert.Contains("TorchSharp", XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").Select(Include));
        Assert.Contains(expected, XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").Select(Include));
    }

    [Theory]
    [InlineData("Device is 'gpu'; expected cpu or cuda (-p:Device=cuda).", "-p:Device=gpu")]
    [InlineData("TorchSharp has no cuda backend for osx-arm64.", "-p:Device=cuda", "-p:TorchSystem=osx-arm64")]
    [InlineData("TorchSharp has no cpu backend for linux-arm64.", "-p:TorchSystem=linux-arm64")]
    public async Task Anything_else_is_an_error_that_says_what_there_is(string sentence, params string[] properties)
    {
        // The target alone: nothing is restored or built.
        var run = await MSBuildAsync(Cli, ["-t:CheckTorchBackend", .. properties]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Output);
    }

    [Fact]
    public async Task Restoring_ends_with_that_error_too()
    {
        var run = await MSBuildAsync(Cli, ["-t:CollectPackageReferences", "-p:Device=gpu"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Device is 'gpu'", run.Output);
    }

    [Fact]
    public void Only_the_command_line_has_one_of_all_that_lies_in_lib()
    {
        var projects = Directory.GetFiles(Repository.Path("lib"), "*.csproj", SearchOption.AllDirectories);
        Assert.True(projects.Length > 5);
        foreach (var project in projects)
        {
            var elements = XDocument.Load(project).Descendants().ToList();
            Assert.DoesNotContain(elements.Where(e => e.Name.LocalName == "PackageReference").Select(Include), IsBackend);
            Assert.Equal(Path.GetFileName(project) == "Notable.Cli.csproj", elements.Any(e => e.Name.LocalName == "UsesTorch"));
        }
    }

    private static bool IsBackend(string name) => Names.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string Include(XElement element) => (string)element.Attribute("Include")!;

    private static async Task<string[]> ReferencesAsync(string project, string[] properties)
    {
        var run = await MSBuildAsync(project, ["-getItem:PackageReference", .. properties]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private static Task<Command> MSBuildAsync(string project, string[] words) => Command.FinishAsync(Process.Start(
        new ProcessStartInfo("dotnet", ["msbuild", Repository.Path(project.Split('/')), "-nologo", "-nodeReuse:false", .. words])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["Device"] = null },
        })!);
}
