using System.Diagnostics;
using Notable;
using Notable.Learning;

namespace Benchmarks;

/// <summary>The making of training batches, without a network: what each augmentation adds to it.</summary>
internal static class Augmentations
{
    private const int BatchSize = 64, Runs = 5;

    public static void Measure()
    {
        var folder = Directory.CreateTempSubdirectory("notable-augment-");
        try
        {
            SampleNotes.WriteTo(folder.FullName, perClass: 40);
            Measure("crop only", folder.FullName, []);
            Measure("flip, rotate, zoom, warp", folder.FullName, AugTransforms.Default(maxLighting: 0));
            Measure("all, with lighting", folder.FullName, AugTransforms.Default());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string name, string folder, IReadOnlyList<BatchTransform> transforms)
    {
        var dls = new DataBlock
        {
            GetItems = ImageFiles.In, Splitter = new RandomSplitter(validPct: 0.2, seed: 1), GetY = Labels.ParentFolder,
            ItemTransforms = [new RandomResizedCrop(224, minScale: 0.5)], BatchTransforms = transforms,
        }.DataLoaders(folder, BatchSize);
        Epoch(dls);      // decodes, and compiles what runs often
        var best = Enumerable.Range(0, Runs).Min(_ => Epoch(dls));
        Console.WriteLine(FormattableString.Invariant($"{name,-28} {best * 1e3,8:0.0} ms a batch of {BatchSize}"));
    }

    private static double Epoch(DataLoaders dls)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in dls.Train.Batches(new Random(1)))
            batch.Dispose();
        return Stopwatch.GetElapsedTime(started).TotalSeconds / dls.Train.BatchCount;
    }
}
