using Benchmarks.App;
using Benchmarks.Measuring;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>What a day on the open internet brings, in short. The long version, minutes of it, with NOTABLE_LONG=1.</summary>
public sealed class AppsEndure : IDisposable
{
    private static readonly bool isLong = LongTests.AreOn;
    private readonly BenchData data = new(folder: null, count: 1);
    private readonly AppProcess app;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    public AppsEndure() => app = AppProcess.Start(data.Model);

    [Fact]
    public async Task Files_that_are_no_sound_photo_each_get_a_sentence()
    {
        var photo = await File.ReadAllBytesAsync(data.Photos[0], TestContext.Current.CancellationToken);
        var (random, worker, count) = (new Random(7), app.Worker, isLong ? 5_000 : 40);
        using var visitor = await AppVisitor.ComeAsync(http, app.Address);
        var before = 0.0;
        for (var i = 0; i < count; i++)
        {
            if (i == count / 5)
                before = app.Megabytes;
            var heard = await visitor.AskAsync("bad.jpg", BadUpload.Of(photo, random));
            // Some are still pictures.
            Assert.True(heard.Contains("bad.jpg ") || heard.Contains("sure") || heard.Contains("neither"), heard);
        }
        Assert.Equal(worker, app.Worker);
        Assert.InRange(app.Megabytes - before, -1000, 150);
        Assert.Contains("sure", await visitor.AskAsync("good.jpg", photo));
    }

    [Fact]
    public async Task Visitors_come_and_go_and_leave_nothing()
    {
        var count = isLong ? 10_000 : 100;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) => await (await AppVisitor.ComeAsync(http, app.Address)).LeaveAsync());

        Assert.InRange(app.Megabytes, 1, 700);
        var metrics = "";
        // The last goodbye may still be on its way.
        for (var tries = 0; tries < 100 && !metrics.Contains("\nnotable_visitors 0\n"); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            metrics = await http.GetStringAsync(new Uri(app.Address, "metrics"), TestContext.Current.CancellationToken);
        }
        Assert.Contains("\nnotable_visitors 0\n", metrics);
        Assert.Contains($"\nnotable_sessions_total {count}\n", metrics);
    }

    public void Dispose()
    {
        http.Dispose();
        app.Dispose();
        data.Dispose();
    }
}
