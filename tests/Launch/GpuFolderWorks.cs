using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>What environment/gpu-publish writes for a GPU host, checked on the CPU of a user who has no .NET, no cache and no packages.</summary>
public class GpuFolderWorks
{
    [Fact]
    public async Task For_a_user_without_dotnet()
    {
        Long.OrSkip();
        using var folder = new TemporaryFolder();
        var (target, home) = (folder["gpu"], Directory.CreateDirectory(folder["home"]).FullName);
        var published = await RunAsync(new ProcessStartInfo("bash", [Repository.Path("environment", "gpu-publish"), target]));
        Assert.True(published.ExitCode == 0, published.Output + published.Error);

        var check = new ProcessStartInfo(Path.Combine(target, "gpu-check"), ["--device", "cpu", "--quick"]) { WorkingDirectory = home };
        check.Environment.Clear();
        (check.Environment["HOME"], check.Environment["PATH"]) = (home, "/usr/bin:/bin");
        var ran = await RunAsync(check);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.Contains("all parts ran on cpu", ran.Output + ran.Error);
    }

    private static Task<Command> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return Command.FinishAsync(Process.Start(start)!, TimeSpan.FromMinutes(15));
    }
}
