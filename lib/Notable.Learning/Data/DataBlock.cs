using Notable.Imaging;
using Notable.Learning.Acceleration;

namespace Notable.Learning;

/// <summary>Describes, part by part, how a folder becomes training data; the folder itself is passed to <see cref="DataLoaders"/>.</summary>
public sealed class DataBlock
{
    /// <summary>The default number of pictures per batch; also that of <c>notable train --bs</c>.</summary>
    internal const int DefaultBatchSize = 64;

    /// <summary>Types of input and target: pictures and classes.</summary>
    public (ImageBlock Input, CategoryBlock Target) Blocks { get; init; } = (new(), new());

    /// <summary>Lists the items of a source; their order affects a seeded split. By default <see cref="ImageFiles.In"/>.</summary>
    public Func<string, IReadOnlyList<string>> GetItems { get; init; } = ImageFiles.In;

    /// <summary>
    /// Pictures of none of the classes, for a model that can also answer "neither"; null (the default) for a model without that answer.
    /// </summary>
    public Negatives? Negatives { get; init; }

    /// <summary>Selects the items for validation. By default a random fifth.</summary>
    public Splitter Splitter { get; init; } = new RandomSplitter();

    /// <summary>Returns the class of an item. By default <see cref="Labels.ParentFolder"/>.</summary>
    public Func<string, string> GetY { get; init; } = Labels.ParentFolder;

    /// <summary>Transforms of each picture, in order; exactly one of them resizes. The others apply only in training.</summary>
    public IReadOnlyList<ItemTransform> ItemTransforms { get; init; } = [new Resize(224)];

    /// <summary>Transforms of each training batch, applied by their <see cref="BatchTransform.Order"/>. None by default.</summary>
    public IReadOnlyList<BatchTransform> BatchTransforms { get; init; } = [];

    /// <summary>Relative frequencies of the training items; null draws each once per epoch.</summary>
    public Sampler? Sampler { get; init; }

    /// <summary>
    /// Whether the model should assume that all classes are equally likely in use, however many pictures each has in training: calibration
    /// then corrects its probabilities from the training frequencies to equal ones (Saerens et al. 2002). False by default, as in fastai.
    /// </summary>
    public bool ExpectsEqualClasses { get; init; }

    /// <summary>
    /// The views of a picture that an exported model predicts from; training and validation use whole pictures. By default whole pictures as
    /// well.
    /// </summary>
    public Views Views { get; init; }

    /// <summary>The last step of every batch; must match the pretrained weights. By default ImageNet's.</summary>
    public Normalize Normalize { get; init; } = Normalize.ImageNet;

    /// <summary>Reads every picture once, and labels and splits them.</summary>
    /// <param name="path">The source, given to <see cref="GetItems"/>: a folder.</param>
    /// <param name="bs">Pictures per batch, at least 1; use about 16 for small data sets.</param>
    /// <param name="seed">Seed for displayed samples, and the default for training. The splitter has its own seed.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="DataException">
    /// The folder is missing, there are no pictures, unreadable pictures, fewer than two classes, a class without pictures, or an empty half.
    /// </exception>
    public DataLoaders DataLoaders(string path, int bs = DefaultBatchSize, int seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bs, 1);
        var inference = InferenceTransform();
        return new(Read(path, inference.Decode, cancellation), bs, seed, this, inference);
    }

    /// <summary>
    /// Runs the steps of <see cref="DataLoaders"/> on the first picture and describes the result of each, or which one fails and why.
    /// Does not throw.
    /// </summary>
    /// <param name="path">The source, given to <see cref="GetItems"/>: a folder.</param>
    /// <param name="bs">Pictures per batch, at least 1.</param>
    public DataBlockSummary Summary(string path, int bs = DefaultBatchSize) => DataBlockSummary.Of(this, path, Math.Max(bs, 1));

    internal InferenceTransform InferenceTransform()
    {
        ResizeTransform[] resizers = [.. ItemTransforms.OfType<ResizeTransform>()];
        if (resizers is not [var resize])
            throw new DataException($"ItemTransforms has {resizers.Length} transforms that resize; expected exactly one, "
                + "such as RandomResizedCrop(224) or Resize(224), so that all pictures of a batch have the same size");
        int? gridSize = BatchTransforms.OfType<CoordinateTransform>().FirstOrDefault() is { } grid ? grid.Size ?? resize.Validation.Size : null;
        return new(Blocks.Input.DecodeFor(resize.Validation), resize.Validation, gridSize, Normalize) { Views = Views };
    }

    private LabeledPictures Read(string path, DecodeOptions decode, CancellationToken cancellation)
    {
        // Classes before pixels: a wrong folder is reported at once, not after minutes of decoding.
        var items = GetItems(path);
        if (Negatives is { } others && others.GetItems == ImageFiles.In && !Directory.Exists(others.Path))
            throw new DataException($"there is no folder {Path.GetFullPath(others.Path)} of negatives: give a folder of pictures that show none of the classes");
        DataErrors.CheckNegatives(Categories.Of(items, GetY, Blocks.Target.Vocab).Vocab, Negatives);
        // The splitter uses libtorch: if that is missing, report it before the pictures are read.
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
