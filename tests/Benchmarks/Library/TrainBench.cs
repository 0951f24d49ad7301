using Notable;
using Notable.Learning;
using TorchSharp;

namespace Benchmarks.Library;

/// <summary>A fine-tune as <c>notable train</c> does it, with random weights: they take as long as any.</summary>
internal static class TrainBench
{
    private const int BatchSize = 64, Epochs = 4, Size = 224;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        var folder = options.Data ?? SampleData.Notes();
        var dls = TrainingRecipe.Block(Size, validPct: 0.2, seed: 42).DataLoaders(folder, BatchSize);
        using var learner = VisionLearner.Create(dls, Architectures.ResNet18, weights: "none", device: new torch.Device(options.Device));
        var epochs = new Timed();
        learner.FineTune(options.Runs(Epochs), progress: epochs);

        var whole = Stopwatches.Summary("train: an epoch", "s", epochs.Seconds);
        yield return whole;
        yield return Stopwatches.Summary("train: an epoch with a frozen body, the first", "s", epochs.Frozen);
        var pictures = dls.Train.BatchCount * Math.Min(BatchSize, dls.Train.Items.Count) + dls.Valid.Items.Count;
        yield return new Measurement("train: pictures", pictures / whole.Value, "images/s") { N = whole.N };

        var alone = Stopwatches.Of("train: an epoch's batches alone", "s", 1, () => Empty(dls), options.Runs(3), options.Warm(1));
        yield return alone;
        // Batches are made while the model works, so that this is the least share, as if nothing overlapped.
        yield return new Measurement("train: share of an epoch in the model, at least", Math.Max(0, 1 - alone.Value / whole.Value), "of 1");

        if (options.Peer is { } peer)
        {
            var theirs = peer.Measure("train", folder, $"{BatchSize}");
            yield return theirs with { Name = $"{whole.Name}, Python" };
            yield return whole.RatioTo(theirs, $"{whole.Name}, ours / Python");
        }
    }

    private static void Empty(DataLoaders dls)
    {
        foreach (var loader in (DataLoader[])[dls.Train, dls.Valid])
            foreach (var batch in loader.Batches(new Random(1)))
                batch.Dispose();
    }

    private sealed class Timed : IProgress<EpochReport>
    {
        public List<double> Frozen { get; } = [];

        public List<double> Seconds { get; } = [];

        public void Report(EpochReport e) => (e.Phase == EpochReport.Frozen ? Frozen : Seconds).Add(e.Seconds);
    }
}
