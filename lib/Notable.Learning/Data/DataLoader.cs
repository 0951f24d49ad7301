using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// The batches of one half of a data set. Training: shuffled, every picture augmented anew, a last short batch dropped.
/// Validation: all pictures in order, without chance. While one batch is used, the next one's pictures are made.
/// </summary>
public sealed class DataLoader
{
    private readonly PictureStore store;
    private readonly IReadOnlyList<int> indexes;
    private readonly BatchMaker maker;
    private readonly Func<torch.Device> device;
    private readonly ItemOrder order;

    internal DataLoader(
        PictureStore store, IReadOnlyList<int> indexes, IReadOnlyList<int> labels, int batchSize, BatchMaker maker, ItemOrder order, Func<torch.Device> device)
    {
        (this.store, this.indexes, this.maker, this.order, this.device) = (store, indexes, maker, order, device);
        (Items, Labels, BatchSize) = ([.. indexes.Select(i => store.Paths[i])], labels, batchSize);
    }

    /// <summary>Pictures a batch.</summary>
    public int BatchSize { get; }

    /// <summary>
    /// Batches an epoch. Training drops a last short batch, as fastai does, for batch statistics of few pictures are poor; but
    /// where there are fewer pictures than one batch (fastai would train on none), all of them are one short batch.
    /// </summary>
    public int BatchCount => order.DropsLast ? Math.Max(1, Items.Count / BatchSize) : (Items.Count + BatchSize - 1) / BatchSize;

    /// <summary>The pictures' paths; the order in which validation goes through them.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The pictures' classes, indexes into the vocabulary; as <see cref="Items"/>. Empty where they are not known.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Whether the pictures' classes are known; where they are not, batches say class 0, which means nothing.</summary>
    public bool IsLabeled => Labels.Count == Items.Count;

    /// <summary>Whether a device can do what this loader does to a picture.</summary>
    internal bool CanReside => maker.Plan(1, 1, new SeededRandom(0)) is not null;

    /// <summary>The decoded picture of an item, before any transform.</summary>
    /// <param name="index">A place in <see cref="Items"/>.</param>
    public Picture Picture(int index) => store[indexes[index]];

    /// <summary>Returns the batches of one epoch, on <see cref="DataLoaders.Device"/>.</summary>
    /// <param name="random">
    /// Draws the order and all augmentations; one stream in the same state gives the same batches, whatever the number of cores.
    /// Validation draws nothing.
    /// </param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <returns>The batches, each to be disposed by the caller.</returns>
    public IEnumerable<Batch> Batches(Random random, CancellationToken cancellation = default) => Batches(random, device(), resident: null, cancellation);

    /// <summary>Returns the batches of one epoch, on a learner's device.</summary>
    /// <param name="random">As for the other overload.</param>
    /// <param name="device">Where batches are augmented and end up.</param>
    /// <param name="resident">The pictures on that device, if it is to resize them.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    internal IEnumerable<Batch> Batches(Random random, torch.Device device, ResidentPictures? resident, CancellationToken cancellation)
    {
        var epoch = maker.Draws ? random.NextInt64() : 0;
        var places = order.Places(Items.Count, new SeededRandom(epoch));
        // Whatever ends the enumeration also ends the work on the batch nobody will ask for.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        PixelBatch? next = null;
        try
        {
            next = Start(0);
            for (var i = 0; i < BatchCount; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var current = next!;
                next = i + 1 < BatchCount ? Start(i + 1) : null;
                yield return Finished(current, new SeededRandom(epoch, -1 - i), device);
            }
        }
        finally
        {
            stop.Cancel();
            next?.Dispose();
        }

        PixelBatch Start(int batch)
        {
            var start = batch * BatchSize;
            var some = places.AsMemory(start, Math.Min(BatchSize, places.Length - start));
            return Pixels(some, resident, order.Repeats
                ? i => new SeededRandom(epoch, some.Span[i], start + i)
                : i => new SeededRandom(epoch, some.Span[i]), stop.Token);
        }
    }

    /// <summary>Some items in random order, or one of them several times, as this loader makes them.</summary>
    internal Batch Preview(int count, bool unique, Random random)
    {
        var epoch = random.NextInt64();
        var shuffled = ItemOrder.Shuffled.Places(Items.Count, random);
        int[] places = unique ? [.. Enumerable.Repeat(shuffled[0], count)] : shuffled[..Math.Min(count, shuffled.Length)];
        using var pixels = Pixels(places, null, i => new SeededRandom(epoch, i), CancellationToken.None);
        return Finished(pixels, random, device());
    }

    private PixelBatch Pixels(ReadOnlyMemory<int> places, ResidentPictures? resident, Func<int, Random> random, CancellationToken cancellation) => resident is not null
        ? resident.Resized(places, place => indexes[place], (i, width, height) => maker.Plan(width, height, random(i))!.Value)
        : new PixelBatch(places, maker.PixelSize, i => maker.Pixels(Picture(places.Span[i]), random(i)), cancellation);

    private Batch Finished(PixelBatch pixels, Random random, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var images = maker.Images(pixels.Wait(), random, device).DetachFromDisposeScope();
        long[] labels = [.. pixels.Places.ToArray().Select(place => IsLabeled ? (long)Labels[place] : 0)];
        return new(images, torch.tensor(labels, device: images.device).DetachFromDisposeScope());
    }
}
