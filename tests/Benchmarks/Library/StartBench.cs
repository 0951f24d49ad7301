using System.Diagnostics;

namespace Benchmarks.Library;

/// <summary>A process of its own from its start to the first answer, and the memory it took.</summary>
internal static class StartBench
{
    private const double SecondsBar = 0.75, MegabytesBar = 320;

    private sealed record Run(double Seconds, double? Megabytes);

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        using var data = new BenchData(options.Data, count: 1);
        var ours = Runs(OwnStart(data), options);
        yield return Seconds("start to first answer", ours) with { Bar = SecondsBar };
        yield return Megabytes("peak memory of that process", ours) with { Bar = MegabytesBar };
        if (options.Peer is not { } peer)
            yield break;
        var theirs = Runs(peer.ColdStart(data.Photos[0]), options);
        yield return Seconds("start to first answer, Python", theirs);
        yield return Megabytes("peak memory of that process, Python", theirs);
    }

    private static ProcessStartInfo OwnStart(BenchData data)
    {
        var start = OwnProgram.Start("predict", data.Model, data.Photos[0], "--json");
        start.RedirectStandardOutput = true;
        return start;
    }

    private static Measurement Seconds(string name, List<Run> runs) => Stopwatches.Summary(name, "s", [.. runs.Select(run => run.Seconds)]);

    private static Measurement Megabytes(string name, List<Run> runs) => runs.Select(run => run.Megabytes).OfType<double>().ToList() is { Count: > 0 } found
        ? Stopwatches.Summary(name, "MB", found)
        : throw new InvalidOperationException($"{name}: every run ended before its memory could be read from /proc");

    private static List<Run> Runs(ProcessStartInfo start, BenchOptions options)
    {
        var warm = options.Warm(1);
        return [.. Enumerable.Range(0, warm + options.Runs(5)).Select(_ => Once(start)).Skip(warm)];
    }

    private static Run Once(ProcessStartInfo start)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        // From the start: the process may end before the reader of its answer gets a turn.
        var watching = Task.Run(() => ChildMemory.PeakUntilExit(process));
        var line = process.StandardOutput.ReadLine();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = watching.GetAwaiter().GetResult();
        return line is not null && process.ExitCode == 0 ? new(seconds, peak)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList.TakeLast(4))} gave no answer (exit code {process.ExitCode}); its own message is above");
    }
}
