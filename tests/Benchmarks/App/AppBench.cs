using System.Diagnostics;
using Notable.Learning;
using TorchSharp;

namespace Benchmarks.App;

/// <summary>The app host on the loopback, from one visitor to thousands. The visitors' own work runs on the same cores.</summary>
internal static class AppBench
{
    private const double ServerBar = 5, IdleBar = 100, MemoryBar = 700, MinuteBar = 60, LoadBar = 0.9, QueueBar = 1.5, RestartBar = 3;
    private const int Asking = 64;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        using var data = new BenchData(options.Data, options.Quick ? 4 : 32);
        var bulk = Bulk(data, options);
        yield return bulk;
        byte[][] photos = [.. data.Photos.Select(File.ReadAllBytes)];
        using var app = AppProcess.Start(data.Model);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Asking }) { Timeout = TimeSpan.FromSeconds(60) };

        foreach (var figure in AppPageBench.Measure(app.Address, options))
            yield return figure;
        yield return Page(app, http, options);
        foreach (var figure in Crowd(app, http, options))
            yield return figure;
        foreach (var figure in Load(app, http, photos, bulk, options))
            yield return figure;
        yield return BadUploads(app, http, photos[0], options.Quick ? 20 : 500);
        foreach (var figure in Kill(app, http))
            yield return figure;
    }

    private static Measurement Bulk(BenchData data, BenchOptions options)
    {
        var predictor = Predictor.Load(data.Model);
        var seconds = Stopwatches.Of("seconds", "s", 1, () => predictor.PredictMany(data.Photos).Count(), options.Runs(3), options.Warm(1));
        return new Measurement("app: predict a folder, for comparison", data.Photos.Count / seconds.Value, "images/s") { N = seconds.N };
    }

    private static Measurement Page(AppProcess app, HttpClient http, BenchOptions options) => Stopwatches.Milliseconds(
        "app: server time to the page of a new visitor", () => http.GetStringAsync(app.Address).GetAwaiter().GetResult(), options.Runs(200), options.Warm(200))
        with
    { Bar = ServerBar };

    private static IEnumerable<Measurement> Crowd(AppProcess app, HttpClient http, BenchOptions options)
    {
        var (half, passing) = options.Quick ? (5, 20) : (1000, 10_000);
        var first = Come(app, http, half);
        var before = app.Megabytes;
        var second = Come(app, http, half);
        var after = app.Megabytes;
        yield return new Measurement("app: memory for each further idle visitor", Math.Max(1, (after - before) * 1e3 / half), "kB") { N = half, Bar = IdleBar };
        yield return new Measurement($"app: {2 * half} visitors at once, errors", 2 * half - first.Count - second.Count, "of all") { Bar = 0 };

        var (failed, peak) = (0, after);
        var seconds = Stopwatches.Once(() => Parallel.ForEachAsync(
            Enumerable.Range(0, passing), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            {
                try
                {
                    await (await AppVisitor.ComeAsync(http, app.Address)).LeaveAsync();
                }
                catch (Exception)
                {
                    Interlocked.Increment(ref failed);
                }
                if (i % 500 == 0)
                    peak = Math.Max(peak, app.Megabytes);
            }).GetAwaiter().GetResult());
        yield return new Measurement($"app: {passing} sessions beside those", seconds, "s") { Bar = MinuteBar };
        yield return new Measurement($"app: {passing} sessions beside those, errors", failed, "of all") { Bar = 0 };
        yield return new Measurement("app: resident memory at most", peak, "MB") { Bar = MemoryBar };
        foreach (var visitor in first.Concat(second))
            visitor.Dispose();
    }

    private static List<AppVisitor> Come(AppProcess app, HttpClient http, int count)
    {
        var come = new List<AppVisitor>(count);
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            try
            {
                var visitor = await AppVisitor.ComeAsync(http, app.Address);
                lock (come)
                    come.Add(visitor);
            }
            catch (Exception error) when (error is HttpRequestException or System.Net.WebSockets.WebSocketException or InvalidOperationException or OperationCanceledException)
            {
                // It is missing in the count.
            }
        }).GetAwaiter().GetResult();
        return come;
    }

    private static IEnumerable<Measurement> Load(AppProcess app, HttpClient http, byte[][] photos, Measurement bulk, BenchOptions options)
    {
        var (visitors, duration) = options.Quick ? (4, TimeSpan.FromSeconds(1)) : (Asking, TimeSpan.FromSeconds(20));
        var asking = Come(app, http, visitors);
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        Task.WhenAll(asking.Select(async (visitor, i) =>
        {
            for (var k = i; Stopwatch.GetElapsedTime(started) < duration; k++)
            {
                var asked = Stopwatch.GetTimestamp();
                var heard = await visitor.AskAsync("photo.jpg", photos[k % photos.Length]);
                if (!heard.Contains("sure", StringComparison.Ordinal) && !heard.Contains("neither", StringComparison.Ordinal))
                    throw new InvalidOperationException("a visitor got no answer");
                lock (times)
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalSeconds);
            }
        })).GetAwaiter().GetResult();
        var rate = times.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        times.Sort();
        var late = times[(int)(0.95 * (times.Count - 1))];
        yield return new Measurement($"app: {visitors} visitors uploading without pause", rate, "images/s") { N = times.Count };
        yield return new Measurement("app: of predicting a folder", rate / bulk.Value, "x") { Bar = LoadBar, MoreIsBetter = true };
        // Little's law: with so many asking and so many answered a second, this is the mean wait.
        yield return new Measurement("app: 95 % are answered within, of the mean wait", late / (visitors / rate), "x") { Bar = QueueBar };
        foreach (var visitor in asking)
            visitor.Dispose();
    }

    private static Measurement BadUploads(AppProcess app, HttpClient http, byte[] photo, int count)
    {
        using var visitor = AppVisitor.ComeAsync(http, app.Address).GetAwaiter().GetResult();
        var (random, worker, silent) = (new Random(1), app.Worker, 0);
        for (var i = 0; i < count; i++)
        {
            var file = BadUpload.Of(photo, random);
            var heard = visitor.AskAsync("bad.jpg", file).GetAwaiter().GetResult();
            // Some are still pictures: those are answered.
            if (!heard.Contains("bad.jpg ", StringComparison.Ordinal) && !heard.Contains("sure", StringComparison.Ordinal) && !heard.Contains("neither", StringComparison.Ordinal))
                silent++;
        }
        return new Measurement($"app: of {count} bad uploads without a sentence, or that ended the app", app.Worker == worker ? silent : count, "of all") { Bar = 0 };
    }

    private static IEnumerable<Measurement> Kill(AppProcess app, HttpClient http)
    {
        using var stop = new CancellationTokenSource();
        var traces = 0;
        var crowd = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                try
                {
                    if ((await http.GetStringAsync(app.Address)).Contains("   at ", StringComparison.Ordinal))
                        Interlocked.Increment(ref traces);
                }
                catch (HttpRequestException)
                {
                    // Cut off by the kill itself.
                }
        })).ToArray();
        Thread.Sleep(500);
        using (var worker = Process.GetProcessById(app.Worker))
            worker.Kill();
        var seconds = Stopwatches.Once(() =>
        {
            using var fresh = new HttpClient();
            while (true)
                try
                {
                    _ = fresh.GetStringAsync(app.Address).GetAwaiter().GetResult();
                    return;
                }
                catch (HttpRequestException)
                {
                    Thread.Sleep(20);
                }
        });
        stop.Cancel();
        Task.WaitAll(crowd);
        yield return new Measurement("app: pages again after kill -9 of the worker under load", seconds, "s") { Bar = RestartBar };
        yield return new Measurement("app: stack traces seen meanwhile", traces, "of all") { Bar = 0 };
    }
}
