using Notable.Gathering;
using Notable.Imaging;

namespace Benchmarks.Library;

/// <summary>A folder of photos looked through, and made small: what a person waits for after a search.</summary>
internal static class FolderBench
{
    private const double VerifyBar = 1000, ResizeBar = 300;
    private const int Drawn = 48, LongSide = 400;

    public static IEnumerable<Measurement> Verify(BenchOptions options)
    {
        using var data = new BenchData(options.Data, options.Quick ? 4 : Drawn);
        var folder = options.Data ?? Path.GetDirectoryName(data.Photos[0])!;
        var judge = new VerifyOptions { Threads = options.Threads };
        yield return Rate("verify a folder", "files/s", VerifyBar, data.Photos.Count, () => PictureVerifier.Verify(folder, judge), options);
    }

    public static IEnumerable<Measurement> Resize(BenchOptions options)
    {
        using var data = new BenchData(options.Data, options.Quick ? 4 : Drawn);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        // From the file to the bytes of the small one, which the disk would take as fast as they come.
        yield return Rate($"resize to {LongSide} px", "images/s", ResizeBar, data.Photos.Count,
            () => Parallel.ForEach(data.Photos, parallel, photo => Thumbnails.Jpeg(File.ReadAllBytes(photo), LongSide)), options);
    }

    private static Measurement Rate(string name, string unit, double bar, int count, Action work, BenchOptions options)
    {
        var seconds = Stopwatches.Of("seconds", "s", 1, work, options.Runs(11), options.Warm(10));
        return new Measurement(name, count / seconds.Value, unit) { N = seconds.N, Bar = bar, MoreIsBetter = true };
    }
}
