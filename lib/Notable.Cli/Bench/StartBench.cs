using System.Diagnostics;

namespace Notable.Cli.Bench;

/// <summary>A process of its own from its start to the first answer, and the memory it took.</summary>
internal static class StartBench
{
    private const double SecondsBar = 0.75, MegabytesBar = 320;

    public static IEnumerable<Figure> Measure(BenchOptions options)
    {
        using var data = new BenchData(options.Data, count: 1);
        var runs = options.Runs(5);
        var ours = Runs(() => OwnStart(data), runs, options.Warm(1));
        yield return Stopwatches.Summary("start to first answer", "s", ours) with { Bar = SecondsBar };
        // The only children until now were our own.
        yield return new Figure("peak memory of that process", ChildMemory.PeakMegabytes(), "MB") { N = runs, Bar = MegabytesBar };
        if (options.Peer is { } peer)
            yield return Stopwatches.Summary("start to first answer, Python", "s", Runs(() => peer.ColdStart(data.Photos[0]), runs, options.Warm(1)));
    }

    /// <summary>This program again, started as it was started itself.</summary>
    private static ProcessStartInfo OwnStart(BenchData data)
    {
        var program = Environment.ProcessPath!;
        string[] words = ["predict", data.Model, data.Photos[0], "--json"];
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new(program, isHost ? [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), .. words] : words) { RedirectStandardOutput = true };
    }

    private static List<double> Runs(Func<ProcessStartInfo> start, int runs, int warm) =>
        [.. Enumerable.Range(0, warm + runs).Select(_ => ToFirstLine(start())).Skip(warm)];

    private static double ToFirstLine(ProcessStartInfo start)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.WaitForExit();
        return line is not null && process.ExitCode == 0 ? seconds
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList.TakeLast(4))} gave no answer (exit code {process.ExitCode}); its own message is above");
    }
}
