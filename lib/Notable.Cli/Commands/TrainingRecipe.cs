using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary>The recipes of <c>notable train</c>.</summary>
internal static class TrainingRecipe
{
    /// <summary>The recipe of the notebook <c>02-train</c>: crops and the usual augmentations.</summary>
    public const string Plain = "plain";

    /// <summary>The recipe of the included model: see <see cref="PhotoTransforms"/>.</summary>
    public const string Photos = "photos";

    /// <summary>The maximum learning rate of the head in the recipe <see cref="Plain"/>.</summary>
    public const double DefaultRate = 2e-3;

    /// <summary>The <see cref="Views"/> by their names on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, Views> ViewsByName =
        new Dictionary<string, Views> { ["whole"] = Views.Whole, ["with-halves"] = Views.WithHalves };

    /// <summary>
    /// Returns the data block: one sub-folder per class. If the folders train and valid both exist, they define the split; otherwise it is
    /// random.
    /// </summary>
    /// <param name="size">Side of the pictures, in pixels.</param>
    /// <param name="validPct">The fraction for validation.</param>
    /// <param name="seed">Random seed of the split, also for the negatives.</param>
    /// <param name="recipe">How pictures are varied: <see cref="Plain"/> or <see cref="Photos"/>.</param>
    /// <param name="negatives">A folder of pictures that show none of the classes; null for a model without the answer "neither".</param>
    /// <param name="views">The parts of a picture that the model sees for a prediction.</param>
    /// <param name="halves">The folders of the split; null for a random split.</param>
    /// <param name="skipUnreadable">Whether to skip pictures that cannot be read.</param>
    /// <param name="doFlip">Whether the plain recipe mirrors half of the pictures.</param>
    public static DataBlock Block(
        int size, double validPct, int seed, string recipe = Plain, string? negatives = null, Views views = Views.Whole, SplitFolders? halves = null,
        bool skipUnreadable = false, bool doFlip = true) => new()
        {
            Blocks = (new ImageBlock { SkipUnreadable = skipUnreadable }, new CategoryBlock()),
            GetItems = halves is null ? ImageFiles.In : halves.Items,
            Splitter = halves is null ? new RandomSplitter(validPct, seed) : halves,
            GetY = Labels.ParentFolder,
            Negatives = negatives is null ? null : new Negatives(negatives) { Splitter = new RandomSplitter(validPct, seed) },
            Views = views,
            ItemTransforms = recipe == Photos ? PhotoTransforms.Items(size) : [new RandomResizedCrop(size, minScale: 0.5)],
            BatchTransforms = recipe == Photos ? PhotoTransforms.Batch() : AugTransforms.Default(doFlip),
        };

    /// <summary>Trains with a recipe: first the head for one epoch, then more of the network.</summary>
    public static void Fit(Learner learn, string recipe, int epochs, double? rate, IProgress<EpochReport>? progress, CancellationToken stop)
    {
        if (recipe == Photos)
            learn.FineTuneLate(epochs, progress: progress, cancellation: stop);
        else
            learn.FineTune(epochs, rate ?? DefaultRate, progress: progress, cancellation: stop);
    }
}
