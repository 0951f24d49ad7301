using System.Diagnostics;
using System.Reflection;
using Notable.Cli.Tests;

namespace Launch;

/// <summary>The published checkers that the build has installed from npm, run by Node.js.</summary>
internal static class Checkers
{
    private static readonly string Folder =
        typeof(Checkers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Checkers").Value!;

    /// <param name="script">A file below the folder that they are installed in.</param>
    /// <param name="words">Its arguments.</param>
    public static Task<Command> RunAsync(string script, params string[] words) => Command.FinishAsync(Process.Start(
        new ProcessStartInfo("node", [script, .. words])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!);
}
