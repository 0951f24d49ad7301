using Notable.Display;
using TorchSharp;

namespace Notable.Learning;

/// <summary>A data set ready for training: the batches of both halves, and everything a trained network needs for predictions.</summary>
public sealed class DataLoaders
{
    private readonly LabeledPictures data;
    private readonly BatchMaker training, validation;
    private readonly Func<string, string> getY;
    private readonly int batchSize;
    private readonly long maxCacheBytes;
    private int shown;

    internal DataLoaders(LabeledPictures data, int batchSize, int seed, DataBlock block, InferenceTransform inference)
    {
        (this.data, this.batchSize, getY, Seed, InferenceTransform) = (data, batchSize, block.GetY, seed, inference);
        (maxCacheBytes, MaxDeviceBytes) = (block.Blocks.Input.MaxCacheBytes, block.Blocks.Input.MaxDeviceBytes);
        training = new BatchMaker(inference, block.ItemTransforms, block.BatchTransforms);
        validation = new BatchMaker(inference);
        var weights = block.Sampler is null ? null : WeightsOf(block.Sampler);
        var (classes, neither) = Drawn(weights);
        NeitherOdds = data.ExpectedNeither / (neither / classes.Sum());
        ClassOdds = block.ExpectsEqualClasses ? [.. classes.Select(share => share > 0 ? classes.Average() / share : 1)] : null;
        Train = Loader(Subset.Train, training, weights is null ? ItemOrder.Shuffled : ItemOrder.Weighted(weights));
        Valid = Loader(Subset.Valid, validation, ItemOrder.AsListed);
    }

    /// <summary>Returns a one-line summary: <c>3 classes: a 6, b 6, loose 1; 10 pictures for training, 3 for validation</c>.</summary>
    public override string ToString()
    {
        const int mostShown = 12;
        var counts = Train.Labels.Concat(Valid.Labels).CountBy(label => label).ToDictionary();
        var shown = Answers.Take(mostShown).Select((name, i) => $"{name} {counts.GetValueOrDefault(i)}");
        var more = Answers.Count > mostShown ? $", ... {Answers.Count - mostShown} more" : "";
        return $"{Vocab.Count} classes: {string.Join(", ", shown)}{more}; {Train.Items.Count} pictures for training, {Valid.Items.Count} for validation";
    }

    /// <summary>The classes, in the order of the network's outputs.</summary>
    public IReadOnlyList<string> Vocab => data.Vocab;

    /// <summary>Whether there are <see cref="Negatives"/>: the network then has one output more than classes, the last one.</summary>
    public bool KnowNeither => data.ExpectedNeither is not null;

    /// <summary>Meaning of the network's outputs: the classes, followed by "neither" if there are negatives.</summary>
    public IReadOnlyList<string> Answers => KnowNeither ? [.. Vocab, Prediction.NeitherLabel] : Vocab;

    /// <summary>Training batches.</summary>
    public DataLoader Train { get; }

    /// <summary>Validation batches.</summary>
    public DataLoader Valid { get; }

    /// <summary>Preprocessing of a picture in validation and prediction; stored in the model file.</summary>
    public InferenceTransform InferenceTransform { get; }

    /// <summary>The last step of every batch.</summary>
    public Normalize Normalize => InferenceTransform.Normalize;

    /// <summary>Unreadable pictures that were left out, by <see cref="ImageBlock.SkipUnreadable"/>.</summary>
    public IReadOnlyList<SkippedPicture> Skipped => data.Skipped;

    /// <summary>Seed passed to <see cref="DataBlock.DataLoaders"/>: for displayed samples, and the default for training.</summary>
    public int Seed { get; }

    /// <summary>
    /// Device for the batches of <see cref="DataLoader.Batches(Random, CancellationToken)"/>; the CPU by default. A <see cref="Learner"/> has
    /// its own device and does not change this one, so several learners can share one data set.
    /// </summary>
    public torch.Device Device { get; set; } = torch.CPU;

    /// <summary>Odds of "neither" expected in use, relative to the odds in training; null without negatives.</summary>
    internal double? NeitherOdds { get; }

    /// <summary>Odds of each class expected in use, relative to the odds in training; null if they are the same.</summary>
    internal IReadOnlyList<double>? ClassOdds { get; }

    /// <inheritdoc cref="ImageBlock.MaxDeviceBytes"/>
    internal long MaxDeviceBytes { get; }

    /// <summary>Returns one half of the data without randomness: in order, preprocessed as in validation.</summary>
    public DataLoader Plain(Subset subset) => subset == Subset.Valid ? Valid : Loader(subset, validation, ItemOrder.AsListed);

    /// <summary>
    /// Creates a loader of other pictures, in the given order and preprocessed as in validation, for
    /// <see cref="Learner.GetPreds(DataLoader, CancellationToken)"/>.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="withLabels">Whether to also get their classes, by the data block's rule.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="DataException">There are no files, unreadable files, or a class that is not in the vocabulary.</exception>
    public DataLoader TestDl(IReadOnlyList<string> files, bool withLabels = false, CancellationToken cancellation = default)
    {
        if (files.Count == 0)
            throw new DataException("no file was given: TestDl takes a list of pictures, such as ImageFiles.In(folder)");
        int[] labels = withLabels ? [.. files.Select(file => LabelOf(file))] : [];
        var (store, unreadable) = PictureStore.Load(files, InferenceTransform.Decode, maxCacheBytes, cancellation);
        return unreadable.Count == 0
            ? new(store, [.. Enumerable.Range(0, files.Count)], labels, batchSize, validation, ItemOrder.AsListed, () => Device)
            : throw DataErrors.Unreadable(unreadable, files.Count, Path.GetDirectoryName(unreadable[0].Path) ?? "");
    }

    /// <summary>
    /// Returns a weight for each answer that compensates for its number of training pictures: items / (answers x items of the answer). For
    /// <see cref="Losses.CrossEntropy"/>.
    /// </summary>
    public IReadOnlyList<float> ClassWeights() =>
        [.. Enumerable.Range(0, Answers.Count).Select(c => (float)((double)Train.Labels.Count / (Answers.Count * Train.Labels.Count(label => label == c))))];

    /// <summary>Shows random training pictures as the network sees them, with their classes as captions, in a notebook or a terminal.</summary>
    /// <param name="maxN">The maximum number of pictures, at least 1.</param>
    /// <param name="unique">Shows one picture with different augmentations, to check them.</param>
    public void ShowBatch(int maxN = 9, bool unique = false) =>
        BatchPreview.Of(this, maxN, unique, new SeededRandom(Seed, shown++)).Display();

    /// <summary>Returns one half of the data in order, with every picture augmented as in training.</summary>
    internal DataLoader Augmented(Subset subset) => Loader(subset, training, ItemOrder.AsListed);

    /// <summary>Copies the pictures to a device if they fit and can be resized there; otherwise returns null.</summary>
    internal ResidentPictures? Reside(torch.Device device) => data.Pictures.Bytes <= MaxDeviceBytes && Train.CanReside && Valid.CanReside
        ? new(data.Pictures, device)
        : null;

    private DataLoader Loader(Subset subset, BatchMaker maker, ItemOrder order)
    {
        var items = subset == Subset.Train ? data.Split.Train : data.Split.Valid;
        return new(data.Pictures, items, [.. items.Select(i => data.Labels[i])], batchSize, maker, order, () => Device);
    }

    private IReadOnlyList<double> WeightsOf(Sampler sampler)
    {
        var items = data.Split.Train;
        var weights = sampler.Weights([.. items.Select(i => data.Pictures.Paths[i])], [.. items.Select(i => Answers[data.Labels[i]])]);
        return weights.Count == items.Count
            ? weights
            : throw new DataException($"the sampler gives {weights.Count} weights for {items.Count} training items; expected one for each");
    }

    /// <summary>Returns the relative frequencies of the answers in training: the classes, then neither.</summary>
    private (double[] Classes, double Neither) Drawn(IReadOnlyList<double>? weights)
    {
        var drawn = new double[Vocab.Count + 1];
        foreach (var (at, item) in data.Split.Train.Index())
            drawn[data.Labels[item]] += weights?[at] ?? 1;
        var (classes, neither) = (drawn[..^1], drawn[^1]);
        if (KnowNeither && (neither == 0 || classes.Sum() == 0))
            throw new DataException("the sampler never draws pictures of the classes, or never negatives: both are needed");
        return (classes, neither);
    }

    private int LabelOf(string file)
    {
        var name = getY(file);
        return Enumerable.Range(0, Vocab.Count).FirstOrDefault(c => Vocab[c] == name, -1) is >= 0 and var found
            ? found
            : throw new DataException($"{file} is of class \"{name}\", which is not in the vocabulary ({string.Join(", ", Vocab)})");
    }
}
