using Notable.Display;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// A data set ready to train with: the batches of its two halves and all that a trained network needs to be used.
/// </summary>
public sealed class DataLoaders
{
    private readonly PictureStore pictures;
    private int shown;

    internal DataLoaders(LabelledPictures data, int batchSize, int seed, IReadOnlyList<ItemTransform> itemTransforms,
        IReadOnlyList<BatchTransform> batchTransforms, InferenceTransform inference)
    {
        (Vocab, Skipped, InferenceTransform, Seed) = (data.Vocab, data.Skipped, inference, seed);
        KnowNeither = data.KnowNeither;
        pictures = data.Pictures;
        Train = Loader(data.Split.Train, new TrainingMaker(itemTransforms, batchTransforms, inference, () => Device), isTraining: true);
        Valid = Loader(data.Split.Valid, new ValidationMaker(inference, () => Device), isTraining: false);

        DataLoader Loader(IReadOnlyList<int> items, IBatchMaker maker, bool isTraining) =>
            new(data.Pictures, items, [.. items.Select(i => data.Labels[i])], batchSize, maker, isTraining);
    }

    /// <summary>The classes, in the order of the network's outputs.</summary>
    public IReadOnlyList<string> Vocab { get; }

    /// <summary>Whether there are <see cref="Negatives"/>: the network then has one output more than classes, the last.</summary>
    public bool KnowNeither { get; }

    /// <summary>What the network's outputs stand for: the classes, and "neither" where there are negatives.</summary>
    public IReadOnlyList<string> Answers => KnowNeither ? [.. Vocab, Prediction.NeitherLabel] : Vocab;

    /// <summary>Batches to train with.</summary>
    public DataLoader Train { get; }

    /// <summary>Batches to measure with.</summary>
    public DataLoader Valid { get; }

    /// <summary>How a file becomes what the network sees at validation and prediction; goes into the model file.</summary>
    public InferenceTransform InferenceTransform { get; }

    /// <summary>The last step of every batch.</summary>
    public Normalize Normalize => InferenceTransform.Normalize;

    /// <summary>Unreadable pictures that were left out, by <see cref="ImageBlock.SkipUnreadable"/>.</summary>
    public IReadOnlyList<SkippedPicture> Skipped { get; }

    /// <summary>
    /// What <see cref="DataBlock.DataLoaders"/> was given: the seed of what is drawn for show, and a default for training.
    /// </summary>
    public int Seed { get; }

    /// <summary>Where batches are augmented and end up; the CPU at first.</summary>
    public torch.Device Device { get; set; } = torch.CPU;

    /// <inheritdoc cref="ImageBlock.MaxDeviceBytes"/>
    internal long MaxDeviceBytes { get; init; }

    /// <summary>
    /// Moves the pictures to <see cref="Device"/> until the result is disposed, where they fit and can be resized there; else
    /// nothing happens, and the result is null.
    /// </summary>
    internal IDisposable? Reside() => pictures.Bytes <= MaxDeviceBytes && Train.CanReside && Valid.CanReside
        ? new Residence(new ResidentPictures(pictures, Device), Train, Valid)
        : null;

    /// <summary>
    /// Shows training pictures as the network sees them, with their classes as captions, in a notebook or a terminal; others at
    /// each call.
    /// </summary>
    /// <param name="maxN">The most pictures to show, at least 1.</param>
    /// <param name="unique">One picture, augmented differently each time, to judge the augmentation by.</param>
    public void ShowBatch(int maxN = 9, bool unique = false) => 
        BatchPreview.Of(this, maxN, unique, new SeededRandom(Seed, shown++)).Display();

    private sealed class Residence : IDisposable
    {
        private readonly ResidentPictures pictures;
        private readonly DataLoader[] loaders;

        public Residence(ResidentPictures pictures, params DataLoader[] loaders)
        {
            (this.pictures, this.loaders) = (pictures, loaders);
            Tell(pictures);
        }

        public void Dispose()
        {
            Tell(null);
            pictures.Dispose();
        }

        private void Tell(ResidentPictures? resident) => Array.ForEach(loaders, loader => loader.Resident = resident);
    }
}
