using Notable.Display;
using Notable.Imaging;
using Notable.Display.Figures;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>What a learner's model says, without training it.</summary>
public static class LearnerAnswers
{
    /// <summary>Loss and metrics over the validation items.</summary>
    public static ValidationReport Validate(this Learner learn, CancellationToken cancellation = default) =>
        Evaluation.Validate(learn, learn.DataLoaders.Valid, cancellation);

    /// <summary>Loss and metrics over a loader's items, which must be labelled.</summary>
    public static ValidationReport Validate(this Learner learn, DataLoader data, CancellationToken cancellation = default) => data.IsLabelled
        ? Evaluation.Validate(learn, data, cancellation)
        : throw new DataException("these pictures have no classes to measure by: TestDl(files, withLabels: true) reads them");

    /// <summary>The model's answers on the validation items.</summary>
    public static Predictions GetPreds(this Learner learn, CancellationToken cancellation = default) =>
        learn.GetPreds(Subset.Valid, cancellation);

    /// <summary>
    /// The model's answers on one half of the data, every picture once, in order and as validation sees it: training pictures are not
    /// augmented, so that the answers are the same at every call.
    /// </summary>
    public static Predictions GetPreds(this Learner learn, Subset subset, CancellationToken cancellation = default) =>
        learn.GetPreds(learn.DataLoaders.Plain(subset), cancellation);

    /// <summary>The model's answers on a loader's items, such as those of <see cref="DataLoaders.TestDl"/>.</summary>
    public static Predictions GetPreds(this Learner learn, DataLoader data, CancellationToken cancellation = default) =>
        Evaluation.GetPreds(learn, data, cancellation);

    /// <summary>What the model says of one picture, by the views of the data (<see cref="DataBlock.Views"/>).</summary>
    /// <param name="learn">The learner.</param>
    /// <param name="picture">Decoded as the training pictures were.</param>
    public static Prediction Predict(this Learner learn, Picture picture) =>
        Prediction.Of(learn.DataLoaders.Vocab, learn.DataLoaders.KnowNeither, learn.Outputs(picture));

    /// <summary>Probabilities by the views of the data.</summary>
    internal static float[] Outputs(this Learner learn, Picture picture)
    {
        using var scope = NewDisposeScope();
        learn.Model.eval();
        var (transform, knowsNeither) = (learn.DataLoaders.InferenceTransform, learn.DataLoaders.KnowNeither);
        return PictureViews.Together(
            Evaluation.Probabilities(learn.Model, learn.Precision, transform.Parts(picture), learn.Device), knowsNeither);
    }

    /// <summary>What the model says of one picture file.</summary>
    /// <exception cref="ImagingException">The file cannot be read as a picture.</exception>
    public static Prediction Predict(this Learner learn, string path) =>
        learn.Predict(Picture.Open(path, learn.DataLoaders.InferenceTransform.Decode));

    /// <summary>
    /// Test-time augmentation: the mean of several augmented views of each picture, drawn to the plain one by <paramref name="beta"/>
    /// (fastai's rule: (1 - beta) of the augmented mean and beta of the plain answer).
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="n">Augmented views a picture, at least 1.</param>
    /// <param name="beta">The plain answer's share, 0 to 1; a quarter by default.</param>
    /// <param name="subset">Whose pictures.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>Probabilities; losses are their negative logarithms at the right class.</returns>
    public static Predictions Tta(
        this Learner learn, int n = 4, double beta = 0.25, Subset subset = Subset.Valid, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var plain = learn.GetPreds(subset, cancellation);
        var augmented = learn.DataLoaders.Augmented(subset);
        var views = Enumerable.Range(0, n).Select(view =>
            Evaluation.GetPreds(learn, augmented, cancellation, new SeededRandom(learn.Seed, view)).Probabilities).ToArray();
        return TestTimeAugmentation.Combine(plain, views, RandomDraws.Share(beta, nameof(beta)));
    }

    /// <summary>Shows validation pictures with their class and the model's answer: <c>actual / predicted</c>.</summary>
    /// <param name="learn">The learner.</param>
    /// <param name="maxN">The most pictures to show, at least 1.</param>
    public static void ShowResults(this Learner learn, int maxN = 9) => ResultsGrid(learn, maxN).Display();

    internal static PictureGrid ResultsGrid(Learner learn, int maxN)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxN, 1);
        var (data, vocab) = (learn.DataLoaders.Valid, learn.DataLoaders.Answers);
        int[] places = [.. Enumerable.Range(0, data.Items.Count)];
        new SeededRandom(learn.Seed).Shuffle(places);
        var shown = places.Take(maxN).Select(i =>
        {
            var picture = data.Picture(i);
            return (Showing.Jpeg(picture), $"{vocab[data.Labels[i]]} / {learn.Predict(picture).Answer}");
        }).ToArray();
        return new PictureGrid(shown, Math.Min(Showing.MostColumns, shown.Length), "actual / predicted");
    }
}
