using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>Published checkers from npm (<c>checkers/package.json</c>), run by Node.js.</summary>
internal static class Checkers
{
    /// <param name="script">A file below the folder that they are installed in.</param>
    /// <param name="words">Its arguments.</param>
    public static async Task<Command> RunAsync(string script, params string[] words) => await Command.FinishAsync(Process.Start(
        new ProcessStartInfo("node", [script, .. words])
        {
            WorkingDirectory = await NodePackages.InstallAsync("tests", "Launch", "checkers"),
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!);
}
