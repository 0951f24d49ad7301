using Notable.Learning;

namespace Notable.Cli.Commands;

/// <summary>The recipes of <c>notable train</c>, and what is measured of it.</summary>
internal static class TrainingRecipe
{
    /// <summary>The recipe of the notebook <c>02-train</c>: crops and the usual augmentations.</summary>
    public const string Plain = "plain";

    /// <summary>The recipe of the model that comes along: see <see cref="PhotoTransforms"/>.</summary>
    public const string Photos = "photos";

    /// <summary>The highest learning rate of the head in the recipe <see cref="Plain"/>.</summary>
    public const double DefaultRate = 2e-3;

    /// <summary>The <see cref="Views"/> by their names on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, Views> ViewsByName =
        new Dictionary<string, Views> { ["whole"] = Views.Whole, ["with-halves"] = Views.WithHalves };

    /// <summary>One sub-folder per class. Folders train and valid are the halves if both are there; otherwise a random part validates.</summary>
    /// <param name="size">Side of the pictures, in pixels.</param>
    /// <param name="validPct">The part for validation.</param>
    /// <param name="seed">Draws that part, of the negatives too.</param>
    /// <param name="recipe">How pictures are varied: <see cref="Plain"/> or <see cref="Photos"/>.</param>
    /// <param name="negatives">A folder of pictures of none of the classes; null for a model that knows its classes only.</param>
    /// <param name="views">What the model is shown of a picture when it is asked.</param>
    /// <param name="halves">The folders that hold the halves; null draws them.</param>
    /// <param name="skipUnreadable">Whether to train without pictures that cannot be read.</param>
    public static DataBlock Block(
        int size, double validPct, int seed, string recipe = Plain, string? negatives = null, Views views = Views.Whole, SplitFolders? halves = null,
        bool skipUnreadable = false) => new()
        {
            Blocks = (new ImageBlock { SkipUnreadable = skipUnreadable }, new CategoryBlock()),
            GetItems = halves is null ? ImageFiles.In : halves.Items,
            Splitter = halves is null ? new RandomSplitter(validPct, seed) : halves,
            GetY = Labels.ParentFolder,
            Negatives = negatives is null ? null : new Negatives(negatives) { Splitter = new RandomSplitter(validPct, seed) },
            Views = views,
            ItemTransforms = recipe == Photos ? PhotoTransforms.Items(size) : [new RandomResizedCrop(size, minScale: 0.5)],
            BatchTransforms = recipe == Photos ? PhotoTransforms.Batch() : AugTransforms.Default(),
        };

    /// <summary>Trains so: the head for an epoch, then more of the network.</summary>
    public static void Fit(Learner learn, string recipe, int epochs, double? rate, IProgress<EpochReport>? progress, CancellationToken stop)
    {
        if (recipe == Photos)
            learn.FineTuneLate(epochs, progress: progress, cancellation: stop);
        else
            learn.FineTune(epochs, rate ?? DefaultRate, progress: progress, cancellation: stop);
    }
}
