using System.Diagnostics;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>Runs a shell script of the repository.</summary>
internal static class Scripts
{
    /// <param name="path">Below the repository's root.</param>
    /// <param name="environment">Variables that it sees beside ours.</param>
    /// <param name="words">Its arguments.</param>
    public static Task<Command> RunAsync(string path, Dictionary<string, string?> environment, params string[] words)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip($"{path} is a shell script, for Linux and macOS");
        var start = new ProcessStartInfo(Repository.Path(path), words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Command.FinishAsync(Process.Start(start)!);
    }
}
