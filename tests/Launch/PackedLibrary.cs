using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>Our packages in a folder, and beside it what another machine would have: no cache of packages, none of our files.</summary>
public sealed class PackedLibrary : IDisposable
{
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> packed;

    public PackedLibrary() => packed = new(PackAsync);

    /// <summary>The folder with the packages.</summary>
    public string Packages => folder["packages"];

    /// <summary>Makes the packages, once.</summary>
    public Task MakeAsync() => packed.Value;

    /// <summary>A path in an empty folder outside the repository, in which the folder of packages is a source beside the ordinary ones.</summary>
    public string this[string name] => folder[name];

    /// <summary>Runs a program in a folder of that other machine.</summary>
    internal Task<Command> RunAsync(string where, string program, params string[] words) => Command.FinishAsync(Process.Start(Start(where, program, words))!, Limit);

    public void Dispose() => folder.Dispose();

    private async Task PackAsync()
    {
        var pack = new ProcessStartInfo("dotnet", ["pack", "Notable.slnx", "-c", "Release", "-v", "quiet", "-nologo", "-o", Packages])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        var run = await Command.FinishAsync(Process.Start(pack)!, Limit);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        File.WriteAllText(folder["NuGet.Config"], $"""
            <configuration>
              <packageSources><add key="packed" value="{Packages}" /></packageSources>
            </configuration>
            """);
    }

    private ProcessStartInfo Start(string where, string program, string[] words) => new(program, words)
    {
        WorkingDirectory = Directory.CreateDirectory(folder[where]).FullName,
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        Environment =
        {
            ["NUGET_PACKAGES"] = folder["nuget"], ["JUPYTER_PATH"] = folder[$"{where}/jupyter"], ["XDG_CACHE_HOME"] = folder[$"{where}/cache"], ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            // of the test run, not of a person's shell
            ["CI"] = null,
        },
    };
}
