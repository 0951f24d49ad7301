using Notable.Imaging;
using Notable.Learning.Acceleration;

namespace Notable.Learning;

/// <summary>
/// A recipe that says, part by part, how a folder becomes training data; the folder is named last, by <see cref="DataLoaders"/>.
/// </summary>
public sealed class DataBlock
{
    /// <summary>What goes in and what comes out: pictures and classes.</summary>
    public (ImageBlock Input, CategoryBlock Target) Blocks { get; init; } = (new(), new());

    /// <summary>
    /// Lists the items of a source; their order matters to a seeded split. By default <see cref="ImageFiles.In"/>.
    /// </summary>
    public Func<string, IReadOnlyList<string>> GetItems { get; init; } = ImageFiles.In;

    /// <summary>
    /// Pictures of none of the classes, for a model that also answers "neither"; null, the default, for one that knows its classes
    /// only.
    /// </summary>
    public Negatives? Negatives { get; init; }

    /// <summary>Sets items apart for validation. By default a random fifth.</summary>
    public Splitter Splitter { get; init; } = new RandomSplitter();

    /// <summary>The class of an item. By default <see cref="Labels.ParentFolder"/>.</summary>
    public Func<string, string> GetY { get; init; } = Labels.ParentFolder;

    /// <summary>
    /// What happens to each picture, in order; exactly one of them resizes. The others only act in training.
    /// </summary>
    public IReadOnlyList<ItemTransform> ItemTransforms { get; init; } = [new Resize(224)];

    /// <summary>What happens to each training batch, by their <see cref="BatchTransform.Order"/>. By default nothing.</summary>
    public IReadOnlyList<BatchTransform> BatchTransforms { get; init; } = [];

    /// <summary>How often training items are drawn against one another; null draws each once an epoch.</summary>
    public Sampler? Sampler { get; init; }

    /// <summary>
    /// Whether a model will be asked about every class as often as about any other, however many pictures each has to learn from: when it
    /// is calibrated, its probabilities are moved from the shares here to equal ones (Saerens et al. 2002). False by default, as in fastai.
    /// </summary>
    public bool ExpectsEqualClasses { get; init; }

    /// <summary>
    /// What of a picture an exported model is shown when it is asked; training and validation see whole pictures. By default these too.
    /// </summary>
    public Views Views { get; init; }

    /// <summary>The last step of every batch; must be what the pretrained weights expect. By default ImageNet's.</summary>
    public Normalize Normalize { get; init; } = Normalize.ImageNet;

    /// <summary>Reads every picture once, labels and splits them.</summary>
    /// <param name="path">The source, given to <see cref="GetItems"/>: a folder.</param>
    /// <param name="bs">Pictures a batch, at least 1; small data sets like 16.</param>
    /// <param name="seed">The seed of what is drawn for show, and a default for training. The split has its own.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="DataException">
    /// No folder, no pictures, unreadable pictures, fewer than two classes, a class without pictures, an empty half.
    /// </exception>
    public DataLoaders DataLoaders(string path, int bs = 64, int seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bs, 1);
        var inference = InferenceTransform();
        return new(Read(path, inference.Decode, cancellation), bs, seed, this, inference);
    }

    /// <summary>
    /// Does with the first picture, step by step, what <see cref="DataLoaders"/> does with all of them, and tells what comes of each step
    /// or which one fails and why. Throws nothing.
    /// </summary>
    /// <param name="path">The source, given to <see cref="GetItems"/>: a folder.</param>
    /// <param name="bs">Pictures a batch, at least 1.</param>
    public DataBlockSummary Summary(string path, int bs = 64) => DataBlockSummary.Of(this, path, Math.Max(bs, 1));

    internal InferenceTransform InferenceTransform()
    {
        ResizeTransform[] resizers = [.. ItemTransforms.OfType<ResizeTransform>()];
        if (resizers is not [var resize])
            throw new DataException($"ItemTransforms has {resizers.Length} transforms that resize, needs exactly one, "
                + "such as RandomResizedCrop(224) or Resize(224), so that pictures of a batch have one size");
        int? gridSize = BatchTransforms.OfType<CoordinateTransform>().FirstOrDefault() is { } grid ? grid.Size ?? resize.Validation.Size : null;
        return new(Blocks.Input.DecodeFor(resize.Validation), resize.Validation, gridSize, Normalize) { Views = Views };
    }

    private LabeledPictures Read(string path, DecodeOptions decode, CancellationToken cancellation)
    {
        // Classes before pixels: a wrong folder is told at once, not after minutes of decoding.
        var items = GetItems(path);
        if (Negatives is { } others && others.GetItems == ImageFiles.In && !Directory.Exists(others.Path))
            throw new DataException($"there is no folder {Path.GetFullPath(others.Path)} of negatives: give a folder of pictures that show none of the classes");
        DataErrors.CheckNegatives(Categories.Of(items, GetY, Blocks.Target.Vocab).Vocab, Negatives);
        // The splitter uses libtorch: if there is none, that is told before the pictures are read.
        TorchRuntime.Require();
        IReadOnlyList<string> negatives = Negatives is null ? [] : [.. Negatives.GetItems(Negatives.Path).Except(items)];
        var (pictures, unreadable) = PictureStore.Load([.. items, .. negatives], decode, Blocks.Input.MaxCacheBytes, cancellation);
        if (unreadable.Count > 0 && !Blocks.Input.SkipUnreadable)
            throw DataErrors.Unreadable(unreadable, items.Count + negatives.Count, path);
        var ofNone = negatives.ToHashSet();
        var readable = pictures.Paths.ToLookup(ofNone.Contains);
        var categories = Categories.Of([.. readable[false]], GetY, Blocks.Target.Vocab);
        var split = Splitter.Apply([.. readable[false]]);
        DataErrors.CheckSplit(split, categories);
        var data = new LabeledPictures(pictures, categories.Labels, categories.Vocab, split, unreadable);
        return Negatives is null ? data : data.WithNegatives([.. readable[true]], Negatives);
    }
}
