using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// The batches of one half of a data set. Training: shuffled, every picture newly augmented, a last short batch dropped. Validation: all
/// pictures in order, without randomness. The pictures of the next batch are prepared while the current one is used.
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

    /// <summary>Pictures per batch.</summary>
    public int BatchSize { get; }

    /// <summary>
    /// Batches per epoch. Training drops a last short batch, as fastai does, because batch statistics of few pictures are unreliable; but
    /// if there are fewer pictures than one batch (fastai would train on none), they form one short batch.
    /// </summary>
    public int BatchCount => order.DropsLast ? Math.Max(1, Items.Count / BatchSize) : (Items.Count + BatchSize - 1) / BatchSize;

    /// <summary>The pictures' paths, in the order of validation.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The pictures' classes in the order of <see cref="Items"/>, as indexes into the vocabulary. Empty if unknown.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Whether the pictures' classes are known; if not, the labels in batches are 0 and meaningless.</summary>
    public bool IsLabeled => Labels.Count == Items.Count;

    /// <summary>Whether a device can resize this loader's pictures.</summary>
    internal bool CanReside => maker.Plan(1, 1, new SeededRandom(0)) is not null;

    /// <summary>The decoded picture of an item, before any transform.</summary>
    /// <param name="index">Index into <see cref="Items"/>.</param>
    public Picture Picture(int index) => store[indexes[index]];

    /// <summary>Returns the batches of one epoch, on <see cref="DataLoaders.Device"/>.</summary>
    /// <param name="random">
    /// Draws the order and all augmentations; the same generator state gives the same batches, on any number of cores. Not used in
    /// validation.
    /// </param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <returns>The batches, each to be disposed by the caller.</returns>
    public IEnumerable<Batch> Batches(Random random, CancellationToken cancellation = default) => Batches(random, device(), resident: null, cancellation);

    /// <summary>Returns the batches of one epoch, on the given device.</summary>
    /// <param name="random">As for the other overload.</param>
    /// <param name="device">Device for augmentation and the batches.</param>
    /// <param name="resident">The pictures on that device, to be resized there; null to resize on the CPU.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    internal IEnumerable<Batch> Batches(Random random, torch.Device device, ResidentPictures? resident, CancellationToken cancellation)
    {
        var epoch = maker.Draws ? random.NextInt64() : 0;
        var places = order.Places(Items.Count, new SeededRandom(epoch));
        // Stops the work on the next batch when the enumeration ends, for any reason.
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

    /// <summary>Returns some items in random order, or one of them several times, as batches contain them.</summary>
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
