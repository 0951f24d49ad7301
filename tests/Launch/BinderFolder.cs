using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>A scratch copy of what the Dockerfile copies first, and an ordinary user to run its steps as.</summary>
internal sealed class BinderFolder : IDisposable
{
    private const int User = 1000;
    private readonly TemporaryFolder folder = new();

    /// <summary>Copies binder/ and the list of packages, or all that git knows of the repository.</summary>
    public static async Task<BinderFolder> CreateAsync(bool whole = false)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("runs the scripts of a Linux image");
        if (!Directory.Exists(Path.Combine(Repository.Root, ".git")) || !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "git"))))
            Assert.Skip("needs git and a clone, which tell what belongs to the repository");
        var copy = new BinderFolder();
        Directory.CreateDirectory(copy.Root);
        Directory.CreateDirectory(copy.Home);
        var what = whole ? "." : "binder environment/packages.txt";
        // Files as they are, committed or not, without what git ignores.
        var run = await ShellAsync(
            $"cd '{Repository.Root}' && git ls-files -z --cached --others --exclude-standard {what} | tar --null -T - -c | tar -x -C '{copy.Root}'");
        Assert.True(run.ExitCode == 0, run.Error);
        return copy;
    }

    public string Root => folder["notable"];

    public string Home => folder["home"];

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Runs a script of the copy as the image would: as its user, with a bare environment.</summary>
    public async Task<Command> RunAsync(string script, string[]? words = null, TimeSpan? limit = null)
    {
        var chown = IsRoot ? $"chown -R {User}:{User} '{folder.Path}' && " : "";
        var prepared = await ShellAsync($"{chown}chmod 755 '{folder.Path}'");
        Assert.True(prepared.ExitCode == 0, prepared.Error);
        return await Command.FinishAsync(Start([this[script], .. words ?? []]), limit);
    }

    /// <summary>Starts a command as the image's user and returns at once.</summary>
    public Process Start(IReadOnlyList<string> command)
    {
        string[] user = IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : [];
        string[] words = [.. user, "env", "-i", $"HOME={Home}", $"PATH={Tools}", "DOTNET_CLI_TELEMETRY_OPTOUT=1", "LC_ALL=C.UTF-8", .. command];
        return Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    public void Dispose() => folder.Dispose();

    private static bool IsRoot => Environment.UserName == "root";

    // Not what lies in root's home: the user may not look there.
    private static string Tools => $"{Path.GetDirectoryName(Environment.ProcessPath)}:/usr/local/bin:/usr/bin:/bin";

    private static Task<Command> ShellAsync(string line) => Command.FinishAsync(Process.Start(
        new ProcessStartInfo("bash", ["-c", "set -o pipefail; " + line]) { RedirectStandardOutput = true, RedirectStandardError = true })!);
}
