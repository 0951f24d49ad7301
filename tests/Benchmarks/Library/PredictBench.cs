using Notable.Learning;

namespace Benchmarks.Library;

/// <summary>From the bytes of a photo to the answer, warm; and many files one after another.</summary>
internal static class PredictBench
{
    private const double OneBar = 26, BulkBar = 60;
    private const int Drawn = 48;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        using var data = new BenchData(options.Data, options.Quick ? 4 : Drawn);
        var predictor = Predictor.Load(data.Model);
        var photo = File.ReadAllBytes(data.Photos[0]);
        var one = Stopwatches.Milliseconds("predict one photo", () => predictor.Predict(photo), options.Runs(25), options.Warm(5)) with { Bar = OneBar };
        yield return one;
        if (options.Peer is { } peer)
        {
            var theirs = peer.Measure("predict", data.Photos[0]);
            yield return theirs with { Name = $"{one.Name}, Python" };
            yield return one.RatioTo(theirs, $"{one.Name}, ours / Python");
        }

        var seconds = Stopwatches.Of("seconds", "s", 1, () => Answer(predictor, data.Photos), options.Runs(3), options.Warm(1));
        var bulk = new Measurement("predict a folder", data.Photos.Count / seconds.Value, "images/s") { N = seconds.N, Bar = BulkBar, MoreIsBetter = true };
        yield return bulk;
        if (options.Peer is { } other)
        {
            var theirs = other.Measure("predict", [.. data.Photos]);
            var rate = new Measurement($"{bulk.Name}, Python", 1e3 / theirs.Value, "images/s") { N = theirs.N };
            yield return rate;
            yield return bulk.RatioTo(rate, $"{bulk.Name}, ours / Python");
        }
    }

    private static void Answer(Predictor predictor, IReadOnlyList<string> photos)
    {
        if (predictor.PredictMany(photos).FirstOrDefault(p => p.Error is not null) is { } failed)
            throw new InvalidOperationException($"{failed.File}: {failed.Error}; benchmarks want a folder without bad files");
    }
}
