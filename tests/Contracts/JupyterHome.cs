using System.Diagnostics;
using Notable.Testing;

[assembly: AssemblyFixture(typeof(Contracts.JupyterHome))]

namespace Contracts;

/// <summary>A Jupyter of its own in a temporary folder, in which the kernel is installed as a person installs it.</summary>
public sealed class JupyterHome : IDisposable
{
    /// <summary>Debian's: another may come first on the path, without Jupyter.</summary>
    private const string Python = "/usr/bin/python3";
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> installed;

    public JupyterHome() => installed = new(InstallAsync);

    /// <summary>Runs tests that are written in Python, in <c>tests/Contracts/python</c>; fails with what they say.</summary>
    /// <param name="name">A module, or a class of one.</param>
    public Task TestAsync(string name) => RunAsync("-m", "unittest", "-v", name);

    /// <summary>Runs Debian's Python with the kernel installed.</summary>
    public async Task<string> RunAsync(params string[] words)
    {
        if (!File.Exists(Python) || (await StartAsync(Python, "-c", "import jupyter_client")).ExitCode != 0)
            Assert.Skip($"needs Debian's python3-jupyter-client, which 'environment/setup test' installs");
        await installed.Value;
        var (exitCode, output) = await StartAsync(Python, words);
        Assert.True(exitCode == 0, output);
        return output;
    }

    public void Dispose() => folder.Dispose();

    private async Task InstallAsync()
    {
        var (exitCode, output) = await StartAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), "kernel", "install", "--prefix", folder.Path);
        Assert.True(exitCode == 0, output);
    }

    private async Task<(int ExitCode, string Output)> StartAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            WorkingDirectory = Repository.Path("tests", "Contracts", "python"),
        };
        start.Environment["JUPYTER_PATH"] = folder["share/jupyter"];
        start.Environment["JUPYTER_RUNTIME_DIR"] = folder["runtime"];
        start.Environment["JUPYTER_CONFIG_DIR"] = folder["config"];
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["NOTABLE_REPOSITORY"] = Repository.Root;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await output + await error);
    }
}
