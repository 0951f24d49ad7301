using System.Diagnostics;
using Notable.Imaging;
using Notable;
using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>A lecture hall that tries the app at the same moment: honest people, large photos, two cores.</summary>
internal static class RushBench
{
    private const int Visitors = 120, Width = 4000, Height = 3000;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        var count = options.Quick ? 8 : Visitors;
        using var data = new BenchData(options.Data, 1);
        var photo = SampleNotes.Draw(50, 1).Resize(Width, Height).ToJpeg();
        using var app = AppProcess.Start(data.Model, "--memory", "2000");
        var worker = app.Worker;
        if (!app.TryLimitMemory(2_000_000_000))
            Console.Error.WriteLine("bench: this user may not limit a process's memory (cgroup v1), so the peak alone is looked at");
        foreach (var figure in Rush(app, photo, count))
            yield return figure;
        yield return new Measurement("rush: workers replaced", app.Worker == worker ? 0 : 1, "of all") { Bar = 0 };
        yield return new Measurement("rush: peak memory of the worker", app.WorkerPeak, "MB") { Bar = 1700 };
    }

    private static IEnumerable<Measurement> Rush(AppProcess app, byte[] photo, int count)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = count }) { Timeout = TimeSpan.FromMinutes(2) };
        var (answered, told, times) = (0, 0, new List<double>());
        Task.WhenAll(Enumerable.Range(1, count).Select(async i =>
        {
            using var visitor = await AppVisitor.ComeAsync(http, app.Address, $"198.51.100.{i}");
            var asked = Stopwatch.GetTimestamp();
            var heard = await visitor.AskAsync("photo", photo);
            lock (times)
            {
                answered += heard.Contains("sure", StringComparison.Ordinal) || heard.Contains("neither", StringComparison.Ordinal) ? 1 : 0;
                told += heard.Contains("Photos before yours", StringComparison.Ordinal) ? 1 : 0;
                times.Add(Stopwatch.GetElapsedTime(asked).TotalSeconds);
            }
        })).GetAwaiter().GetResult();
        times.Sort();
        yield return new Measurement($"rush: {count} at once without an answer", count - answered, "of all") { Bar = 0 };
        yield return new Measurement("rush: told their place meanwhile", told, "of all");
        yield return new Measurement("rush: the last answer", times[^1], "s") { N = count, Min = times[0] };
    }
}
