using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Data;

public sealed class DataLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataLoaders dls;

    /// <summary>26 pictures: 21 to train, 5 to validate.</summary>
    public DataLoaderTests() => dls = TestPictures.Plain.Load(TestPictures.Write(folder.Path, 13, "b", "a"), bs: 4);

    public void Dispose() => folder.Dispose();

    /// <summary>One number a picture, by which it is known again.</summary>
    private static List<float[]> Epoch(DataLoader loader, Random random)
    {
        List<float[]> batches = [];
        foreach (var batch in loader.Batches(random, TestContext.Current.CancellationToken))
            using (batch)
            using (var sums = batch.Images.sum([1, 2, 3]))
                batches.Add(sums.data<float>().ToArray());
        return batches;
    }

    [Fact]
    public void Classes_are_sorted_and_labels_point_into_them()
    {
        Assert.Equal(["a", "b"], dls.Vocab);
        Assert.All(dls.Train.Items.Zip(dls.Train.Labels), pair => Assert.Equal(Labels.ParentFolder(pair.First), dls.Vocab[pair.Second]));
    }

    [Fact]
    public void Training_drops_the_last_short_batch_and_shows_no_picture_twice()
    {
        var batches = Epoch(dls.Train, new SeededRandom(1));
        Assert.Equal(5, dls.Train.BatchCount);
        Assert.Equal([4, 4, 4, 4, 4], batches.Select(batch => batch.Length));
        Assert.Equal(20, batches.SelectMany(batch => batch).Distinct().Count());
    }

    [Fact]
    public void Validation_shows_every_picture_once_in_order()
    {
        var (first, second) = (Epoch(dls.Valid, new SeededRandom(1)), Epoch(dls.Valid, new SeededRandom(2)));
        Assert.Equal(2, dls.Valid.BatchCount);
        Assert.Equal([4, 1], first.Select(batch => batch.Length));
        Assert.Equal(first, second);
        using var scope = torch.NewDisposeScope();
        float[] alone = [.. dls.Valid.Items.Select((_, i) => dls.InferenceTransform.Apply(dls.Valid.Picture(i)).sum().item<float>())];
        Assert.All(alone.Zip(first.SelectMany(batch => batch)), pair => Assert.Equal(pair.First, pair.Second, 1e-2));
    }

    [Fact]
    public void Epochs_differ_and_one_seed_repeats_them()
    {
        var random = new SeededRandom(42);
        var (first, second) = (Epoch(dls.Train, random), Epoch(dls.Train, random));
        Assert.NotEqual(first, second);
        var again = new SeededRandom(42);
        Assert.Equal(first, Epoch(dls.Train, again));
        Assert.Equal(second, Epoch(dls.Train, again));
    }

    [Fact]
    public void Augmentation_is_repeated_by_the_seed_as_well()
    {
        var augmented = TestPictures.Augmented.Load(folder.Path, bs: 8);
        var (first, second) = (Epoch(augmented.Train, new SeededRandom(3)), Epoch(augmented.Train, new SeededRandom(3)));
        Assert.Equal(first, second);
        Assert.NotEqual(first, Epoch(augmented.Train, new SeededRandom(4)));
    }

    [Fact]
    public void Fewer_pictures_than_a_batch_are_one_short_batch()
    {
        var large = TestPictures.Plain.Load(folder.Path, bs: 64);
        Assert.Equal(1, large.Train.BatchCount);
        Assert.Equal(21, Assert.Single(Epoch(large.Train, new SeededRandom(1))).Length);
    }

    [Fact]
    public void Batches_have_the_types_and_shapes_they_promise()
    {
        using var batch = dls.Train.Batches(new SeededRandom(1), TestContext.Current.CancellationToken).First();
        Assert.Equal([4, 3, 16, 16], batch.Images.shape);
        Assert.Equal(torch.ScalarType.Float32, batch.Images.dtype);
        Assert.Equal([4], batch.Labels.shape);
        Assert.Equal(torch.ScalarType.Int64, batch.Labels.dtype);
    }

    [Fact]
    public void A_small_memory_budget_changes_nothing_but_the_speed()
    {
        var scarce = new DataBlock { Blocks = (new() { MaxCacheBytes = 10_000 }, new()), ItemTransforms = TestPictures.Plain.ItemTransforms };
        Assert.Equal(Epoch(dls.Train, new SeededRandom(1)), Epoch(scarce.Load(folder.Path, bs: 4).Train, new SeededRandom(1)));
    }

    [Fact]
    public void A_canceled_epoch_stops()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var batch in dls.Train.Batches(new SeededRandom(1), stop.Token))
                using (batch)
                {
                    seen++;
                    stop.Cancel();
                }
        });
        Assert.Equal(1, seen);
    }

    [Fact]
    public void A_picture_that_vanished_meanwhile_is_an_error_that_names_it()
    {
        var block = new DataBlock { Blocks = (new() { MaxCacheBytes = 0 }, new()), ItemTransforms = TestPictures.Plain.ItemTransforms };
        var uncached = block.Load(folder.Path, bs: 4);
        File.Delete(uncached.Valid.Items[0]);
        var error = Assert.ThrowsAny<Exception>(() => Epoch(uncached.Valid, new SeededRandom(1)));
        Assert.Contains(Path.GetFileName(uncached.Valid.Items[0]), error.Message);
    }
}
