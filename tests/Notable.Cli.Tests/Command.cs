using System.Diagnostics;
using System.Text.Json;

namespace Notable.Cli.Tests;

/// <summary>Runs the command line as a process of its own, as a person or a script does.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "notable-cli.dll");

    /// <summary>The lines of standard output, each a JSON object.</summary>
    public IReadOnlyList<JsonElement> JsonLines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static Task<Command> RunAsync(params string[] words) => RunInAsync(Environment.CurrentDirectory, words);

    public static Task<Command> RunInAsync(string folder, params string[] words) => FinishAsync(Start(folder, words));

    /// <summary>Runs another copy of it.</summary>
    public static Task<Command> RunProgramAsync(string program, params string[] words) => FinishAsync(Start(Environment.CurrentDirectory, words, program));

    /// <summary>What came of a process whose output and error streams are redirected. One that does not end is ended, with all that it started.</summary>
    public static async Task<Command> FinishAsync(Process started, TimeSpan? most = null)
    {
        using var process = started;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(most ?? Limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return new Command(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            var words = string.Join(' ', process.StartInfo.ArgumentList);
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"not ended after {(most ?? Limit).TotalMinutes:0} minutes: {words}");
        }
    }

    /// <summary>
    /// Starts it and returns at once; the caller ends it. A shell that runs things in the background has them ignore ctrl-C,
    /// and whatever they start too: that is undone here.
    /// </summary>
    public static Process Start(string folder, string[] words, string? program = null) => Process.Start(StartInfo(folder, words, program))!;

    /// <summary>How it is started; for a test that sets variables of its environment.</summary>
    public static ProcessStartInfo StartInfo(string folder, string[] words, string? program = null)
    {
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        return new(command[0], [.. command[1..], program ?? Program, .. words])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
    }

    /// <summary>Presses ctrl-C for it. The shell's own <c>kill</c>: a bare system has no program of that name.</summary>
    public static void Interrupt(Process process)
    {
        using var shell = Process.Start("sh", ["-c", $"kill -INT {process.Id}"]);
        shell.WaitForExit();
    }
}
