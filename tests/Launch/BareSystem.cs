using System.Diagnostics;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>
/// A bare Debian in a folder: what debootstrap installs, certificates, the .NET SDK unpacked, and an ordinary user with an empty home.
/// Neither ICU nor a compiler nor any library of ours is in it. Made with the mirror that this machine uses, and entered with chroot.
/// </summary>
internal sealed class BareSystem : IAsyncDisposable
{
    private const string Home = "/home/anna", Repository = $"{Home}/notable", Sdk = "/opt/dotnet";
    private const int User = 1000;
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(10);
    private readonly TemporaryFolder folder = new();

    private string Root => folder["root"];

    /// <summary>Makes one, or skips the test with the reason.</summary>
    /// <param name="release">Debian's name for it: bookworm, trixie.</param>
    public static async Task<BareSystem> CreateAsync(string release)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/sbin/debootstrap"))
            Assert.Skip("needs root on Debian with the package debootstrap");
        var system = new BareSystem();
        try
        {
            await system.ShellAsync($"""
                mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Component: main' | grep -v security | head -n 1)
                debootstrap --variant=minbase --include=ca-certificates {release} '{system.Root}' "$mirror"
                """);
            await system.FurnishAsync();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a line of shell as the ordinary user, in the clone of the repository.</summary>
    public Task<Command> RunAsync(string line, TimeSpan limit) => Command.FinishAsync(Start(line), limit);

    /// <summary>Starts a line of shell as the ordinary user and returns at once.</summary>
    public Process Start(string line) => Process.Start(new ProcessStartInfo("chroot", [
        Root, "setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", "env", "-i", $"HOME={Home}", $"PATH={Sdk}:/usr/bin:/bin", "LC_ALL=C.UTF-8",
        .. Network(), "bash", "-c", $"cd {Repository} && {line}",
    ])
    { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    public async ValueTask DisposeAsync()
    {
        // What is mounted goes first: nothing of the real system may be deleted with the folder.
        await ShellAsync($"for place in proc dev/shm; do ! mountpoint -q '{Root}'/$place || umount -l '{Root}'/$place; done");
        folder.Dispose();
    }

    private Task FurnishAsync() => ShellAsync($"""
        cd '{Root}'
        mount -t proc proc proc
        mkdir -p dev/shm && mount -t tmpfs tmpfs dev/shm
        cp -L /etc/resolv.conf /etc/hosts etc/
        # Certificates that this machine trusts beside Debian's.
        mkdir -p usr/local/share && cp -r /usr/local/share/ca-certificates usr/local/share/ 2>/dev/null || true
        cp /etc/ssl/certs/ca-certificates.crt etc/ssl/certs/
        chroot . useradd --create-home --uid {User} --shell /bin/bash anna
        cp -a '{Path.GetDirectoryName(Path.GetFullPath(Environment.ProcessPath!))}' .{Sdk}
        mkdir .{Repository}
        (cd '{Notable.Testing.Repository.Root}' && git ls-files -z --cached --others --exclude-standard | tar --null -T - -c) | tar -x -C .{Repository}
        # Where packages come from is this machine's affair.
        if [ -d ~/.nuget/NuGet ]; then mkdir -p .{Home}/.nuget && cp -r ~/.nuget/NuGet .{Home}/.nuget/; fi
        chroot . chown -R {User}:{User} {Home}
        """);

    // How this machine reaches a network, if it is told by variables.
    private static IEnumerable<string> Network() =>
        from name in new[] { "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE" }
        let value = Environment.GetEnvironmentVariable(name)
        where !string.IsNullOrEmpty(value)
        select $"{name}={value}";

    private async Task ShellAsync(string script)
    {
        var run = await Command.FinishAsync(Process.Start(
            new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!, patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }
}
