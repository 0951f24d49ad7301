using System.Collections.Concurrent;
using System.Diagnostics;

namespace Notable.Testing;

/// <summary>npm packages that tests use. They are installed into a copy below <c>artifacts/node</c>, so that the sources stay clean.</summary>
public static class NodePackages
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> installed = new();
    private static readonly Lazy<Task<string?>> missing = new(FindMissingAsync);

    /// <summary>
    /// Copies the files of a folder that has a <c>package-lock.json</c>, and installs what that names. Skips the running test, saying why, if Node.js
    /// or npm is not on this machine. Installs once per version of the lock file.
    /// </summary>
    /// <param name="folder">The folder, from the repository's root.</param>
    /// <returns>The copy's full path; <c>node_modules</c> is in it.</returns>
    public static async Task<string> InstallAsync(params string[] folder)
    {
        await RequireAsync().ConfigureAwait(false);
        return await installed.GetOrAdd(string.Join('-', folder), name => new(() => InstallAsync(name, Repository.Path(folder)))).Value.ConfigureAwait(false);
    }

    /// <summary>Skips the running test, saying why, if Node.js or npm is not on this machine.</summary>
    public static async Task RequireAsync()
    {
        if (await missing.Value.ConfigureAwait(false) is { } program)
            Assert.Skip($"needs Node.js with npm: '{program} --version' does not work on this machine");
    }

    /// <summary>Runs Node.js or npm.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="program"><c>node</c>, <c>npm</c>.</param>
    /// <param name="words">Its arguments.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it printed.</exception>
    public static async Task<string> RunAsync(string folder, string program, params string[] words)
    {
        // On Windows npm is a batch file, which only a shell starts.
        string[] command = OperatingSystem.IsWindows() ? ["cmd.exe", "/c", program, .. words] : [program, .. words];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).ConfigureAwait(false);
        var printed = await output.ConfigureAwait(false);
        return process.ExitCode == 0 ? printed
            : throw new InvalidOperationException($"'{program} {string.Join(' ', words)}' failed in {folder}:\n{printed}{await error.ConfigureAwait(false)}");
    }

    private static async Task<string?> FindMissingAsync()
    {
        foreach (var program in new[] { "node", "npm" })
            try
            {
                await RunAsync(Repository.Root, program, "--version").ConfigureAwait(false);
            }
            catch (Exception absent) when (absent is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                return program;
            }
        return null;
    }

    private static async Task<string> InstallAsync(string name, string source)
    {
        var copy = Repository.Path("artifacts", "node", name);
        Directory.CreateDirectory(copy);
        // Test projects run one after another, but two of them may be started by hand.
        using var turn = await TurnAsync($"{copy}.lock").ConfigureAwait(false);
        var (wanted, stamp) = (await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json")).ConfigureAwait(false), Path.Combine(copy, "installed.txt"));
        foreach (var file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp).ConfigureAwait(false) == wanted)
            return copy;
        await RunAsync(copy, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error").ConfigureAwait(false);
        await File.WriteAllTextAsync(stamp, wanted).ConfigureAwait(false);
        return copy;
    }

    private static async Task<FileStream> TurnAsync(string path)
    {
        while (true)
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken).ConfigureAwait(false);
            }
    }
}
