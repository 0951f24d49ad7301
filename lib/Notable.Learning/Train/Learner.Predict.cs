using Notable.Display;
using Notable.Imaging;
using Notable.Display.Figures;
using static TorchSharp.torch;

namespace Notable.Learning;

public sealed partial class Learner
{
    /// <summary>Returns loss and metrics on the validation items.</summary>
    public ValidationReport Validate(CancellationToken cancellation = default) =>
        Evaluation.Validate(this, DataLoaders.Valid, cancellation);

    /// <summary>Returns loss and metrics on a loader's items, which must be labeled.</summary>
    public ValidationReport Validate(DataLoader data, CancellationToken cancellation = default) => data.IsLabeled
        ? Evaluation.Validate(this, data, cancellation)
        : throw new DataException("these pictures have no labels to compare with: TestDl(files, withLabels: true) reads them");

    /// <summary>Returns the model's predictions on the validation items.</summary>
    public Predictions GetPreds(CancellationToken cancellation = default) =>
        GetPreds(Subset.Valid, cancellation);

    /// <summary>
    /// Returns the model's predictions on one half of the data, every picture once, in order and preprocessed as in validation: training
    /// pictures are not augmented, so repeated calls return the same result.
    /// </summary>
    public Predictions GetPreds(Subset subset, CancellationToken cancellation = default) =>
        GetPreds(DataLoaders.Plain(subset), cancellation);

    /// <summary>Returns the model's predictions on a loader's items, such as those of <see cref="DataLoaders.TestDl"/>.</summary>
    public Predictions GetPreds(DataLoader data, CancellationToken cancellation = default) =>
        Evaluation.GetPreds(this, data, cancellation);

    /// <summary>Predicts one picture, using the views of the data (<see cref="DataBlock.Views"/>).</summary>
    /// <param name="picture">Decoded as the training pictures were.</param>
    public Prediction Predict(Picture picture) =>
        Prediction.Of(DataLoaders.Vocab, DataLoaders.KnowNeither, Outputs(picture));

    /// <summary>Returns the probabilities of one picture, over all <see cref="DataBlock.Views"/> of it.</summary>
    internal float[] Outputs(Picture picture)
    {
        using var scope = NewDisposeScope();
        Model.eval();
        var (transform, knowsNeither) = (DataLoaders.InferenceTransform, DataLoaders.KnowNeither);
        return PictureViews.Together(
            Evaluation.Probabilities(Model, Precision, transform.Parts(picture), Device), knowsNeither);
    }

    /// <summary>Predicts one picture file.</summary>
    /// <exception cref="ImagingException">The file cannot be read as a picture.</exception>
    public Prediction Predict(string path) =>
        Predict(Picture.Open(path, DataLoaders.InferenceTransform.Decode));

    /// <summary>
    /// Test-time augmentation: averages the predictions on several augmented copies of each picture and on the plain one (fastai's rule:
    /// (1 - <paramref name="beta"/>) of the augmented mean plus <paramref name="beta"/> of the plain prediction).
    /// </summary>
    /// <param name="n">Augmented copies per picture, at least 1.</param>
    /// <param name="beta">Weight of the plain prediction, 0 to 1.</param>
    /// <param name="subset">Which half of the data.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>Probabilities; losses are their negative logarithms at the right class.</returns>
    public Predictions Tta(int n = 4, double beta = 0.25, Subset subset = Subset.Valid, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var plain = GetPreds(subset, cancellation);
        var augmented = DataLoaders.Augmented(subset);
        var views = Enumerable.Range(0, n).Select(view =>
            Evaluation.GetPreds(this, augmented, cancellation, new SeededRandom(Seed, view)).Probabilities).ToArray();
        return TestTimeAugmentation.Combine(plain, views, RandomDraws.Share(beta, nameof(beta)));
    }

    /// <summary>Shows validation pictures with the true and the predicted class: <c>actual / predicted</c>.</summary>
    /// <param name="maxN">The most pictures to show, at least 1.</param>
    public void ShowResults(int maxN = 9) => ResultsGrid(maxN).Display();

    internal PictureGrid ResultsGrid(int maxN)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxN, 1);
        var (data, vocab) = (DataLoaders.Valid, DataLoaders.Answers);
        int[] places = [.. Enumerable.Range(0, data.Items.Count)];
        new SeededRandom(Seed).Shuffle(places);
        var shown = places.Take(maxN).Select(i =>
        {
            var picture = data.Picture(i);
            return (PicturePreviews.Jpeg(picture), $"{vocab[data.Labels[i]]} / {Predict(picture).Answer}");
        }).ToArray();
        return new PictureGrid(shown, Math.Min(PicturePreviews.MostColumns, shown.Length), "actual / predicted");
    }
}
