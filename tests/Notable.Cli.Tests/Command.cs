using System.Diagnostics;
using System.Text.Json;

namespace Notable.Cli.Tests;

/// <summary>Runs the command line as a process of its own, as a person or a script does.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "notable-cli.dll");

    /// <summary>The lines of standard output, each a JSON object.</summary>
    public IReadOnlyList<JsonElement> JsonLines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static Task<Command> RunAsync(params string[] words) => RunInAsync(Environment.CurrentDirectory, words);

    public static Task<Command> RunInAsync(string folder, params string[] words) => FinishAsync(Start(folder, words));

    /// <summary>Runs another copy of it.</summary>
    public static Task<Command> RunProgramAsync(string program, params string[] words) => FinishAsync(Start(Environment.CurrentDirectory, words, program));

    private static async Task<Command> FinishAsync(Process started)
    {
        using var process = started;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Command(process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Starts it and returns at once; the caller ends it. A shell that runs things in the background has them ignore ctrl-C,
    /// and whatever they start too: that is undone here.
    /// </summary>
    public static Process Start(string folder, string[] words, string? program = null)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program ?? Program, .. words])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        return Process.Start(start)!;
    }
}
