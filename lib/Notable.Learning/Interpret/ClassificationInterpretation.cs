using System.Globalization;
using Notable.Display;
using Notable.Imaging;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>Shows which mistakes a model makes on the validation items.</summary>
public sealed class ClassificationInterpretation
{
    private readonly Predictions predictions;
    private readonly int[] decoded;

    /// <summary>Creates an interpretation of predictions that are already computed.</summary>
    /// <param name="vocab">The classes, in the order of the probabilities.</param>
    /// <param name="predictions">The predictions.</param>
    public ClassificationInterpretation(IReadOnlyList<string> vocab, Predictions predictions)
    {
        Vocab = vocab;
        this.predictions = predictions;
        decoded = [.. predictions.Probabilities.Select(p => Array.IndexOf(p, p.Max()))];
    }

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> Vocab { get; }

    /// <summary>Evaluates the learner's model on its validation items.</summary>
    public static ClassificationInterpretation From(Learner learn, CancellationToken cancellation = default) =>
        From(learn, Subset.Valid, cancellation);

    /// <summary>Evaluates the learner's model on one half of the data; training items are not augmented.</summary>
    public static ClassificationInterpretation From(Learner learn, Subset subset, CancellationToken cancellation = default) =>
        From(learn, learn.DataLoaders.Plain(subset), cancellation);

    /// <summary>Evaluates the learner's model on a loader's labeled items.</summary>
    /// <exception cref="DataException">The loader's items have no labels.</exception>
    public static ClassificationInterpretation From(Learner learn, DataLoader data, CancellationToken cancellation = default) => data.IsLabeled
        ? new(learn.DataLoaders.Answers, learn.GetPreds(data, cancellation))
        : throw new DataException("these pictures have no labels to compare with: TestDl(files, withLabels: true) reads them");

    /// <summary>Counts how many items of class <c>row</c> the model predicts as class <c>column</c>.</summary>
    public int[,] ConfusionMatrix()
    {
        var matrix = new int[Vocab.Count, Vocab.Count];
        for (var i = 0; i < decoded.Length; i++)
            matrix[predictions.Targets[i], decoded[i]]++;
        return matrix;
    }

    /// <summary>Returns the confusions that occur at least <paramref name="minValue"/> times, most frequent first, then by class.</summary>
    public IReadOnlyList<Confusion> MostConfused(int minValue = 1)
    {
        var matrix = ConfusionMatrix();
        return [.. from actual in Enumerable.Range(0, Vocab.Count)
                   from predicted in Enumerable.Range(0, Vocab.Count)
                   let count = matrix[actual, predicted]
                   where actual != predicted && count >= minValue
                   orderby count descending
                   select new Confusion(Vocab[actual], Vocab[predicted], count)];
    }

    /// <summary>Describes the confusion matrix in words: how many predictions are right, and which classes are confused.</summary>
    public string Describe()
    {
        var (items, right) = (decoded.Length, decoded.Where((answer, i) => answer == predictions.Targets[i]).Count());
        if (items == 0)
            return "There are no pictures to evaluate.";
        var confusions = MostConfused().Select(one => one.Count == 1
            ? $"1 picture of {one.Actual} was taken for {one.Predicted}"
            : $"{one.Count} pictures of {one.Actual} were taken for {one.Predicted}");
        var wrong = Percents.Of((double)(items - right) / items);
        return FormattableString.Invariant($"Of {items} pictures {right} are right: accuracy {100 - wrong:0.0} %, error rate {wrong:0.0} %. ")
            + (right == items ? "Nothing was confused." : string.Join("; ", confusions) + ".");
    }

    /// <summary>Returns the items with the highest loss, worst first.</summary>
    /// <param name="count">How many; all by default.</param>
    /// <param name="largest">False returns those with the lowest loss, best first.</param>
    public IReadOnlyList<ItemLoss> TopLosses(int? count = null, bool largest = true)
    {
        var order = Enumerable.Range(0, decoded.Length).OrderBy(i => largest ? -predictions.Losses[i] : predictions.Losses[i]);
        return [.. order.Take(count ?? decoded.Length).Select(Item)];
    }

    /// <summary>Returns precision, recall, F1 and support of each class.</summary>
    public ClassificationReport Report() => ClassificationReport.Of(Vocab, [.. predictions.Targets.Zip(decoded)]);

    /// <summary>Compares the model's confidence with its accuracy.</summary>
    /// <param name="bins">Number of confidence bins, at least 1.</param>
    public CalibrationCurve Calibration(int bins = 10) => new(
        [.. decoded.Select((answer, i) => ((double)predictions.Probabilities[i][answer], answer == predictions.Targets[i]))], bins);

    /// <summary>Returns the confusion matrix as a chart: one row per class, one column per prediction.</summary>
    /// <param name="normalize">Whether to show fractions of each row, 0 to 1, instead of counts.</param>
    public GenericChart PlotConfusionMatrix(bool normalize = false) => ConfusionFigure(normalize).ToChart();

    /// <summary>Shows the <paramref name="count"/> pictures with the highest loss, with predicted / actual / loss / probability.</summary>
    public void PlotTopLosses(int count, bool largest = true) => TopLossesGrid(count, largest).Display();

    /// <summary>Returns the calibration curve as a chart.</summary>
    public GenericChart PlotCalibration(int bins = 10) => Calibration(bins).Plot();

    private ItemLoss Item(int i) => new(
        predictions.Items[i], Vocab[decoded[i]], Vocab[predictions.Targets[i]], predictions.Losses[i],
        predictions.Probabilities[i][decoded[i]]);

    internal Figure ConfusionFigure(bool normalize = false)
    {
        var counts = ConfusionMatrix();
        var (shown, texts) = (new double[Vocab.Count, Vocab.Count], new string?[Vocab.Count, Vocab.Count]);
        for (var row = 0; row < Vocab.Count; row++)
        {
            var items = Enumerable.Range(0, Vocab.Count).Sum(column => counts[row, column]);
            for (var column = 0; column < Vocab.Count; column++)
            {
                shown[row, column] = !normalize ? counts[row, column] : items == 0 ? 0 : (double)counts[row, column] / items;
                texts[row, column] = shown[row, column].ToString(normalize ? "0.00" : "0", CultureInfo.InvariantCulture);
            }
        }
        return Chart.Heatmap(shown, Vocab, Vocab, texts, title: normalize ? "Normalized confusion matrix" : "Confusion matrix", xTitle: "Predicted", yTitle: "Actual", lowest: 0);
    }

    internal PictureGrid TopLossesGrid(int count, bool largest)
    {
        var items = TopLosses(count, largest);
        return new PictureGrid(
            items.Select(x => (
                Thumbnails.Jpeg(File.ReadAllBytes(x.Item), PicturePreviews.LongSide),
                FormattableString.Invariant($"{x.Predicted} / {x.Actual} / {x.Loss:0.00} / {x.Probability:0.00}"))),
            columns: Math.Clamp(items.Count, 1, PicturePreviews.MostColumns),
            title: "predicted / actual / loss / probability");
    }
}

/// <summary>A kind of mistake: how often items of one class were predicted as another.</summary>
public sealed record Confusion(string Actual, string Predicted, int Count);

/// <summary>An item with the model's prediction.</summary>
/// <param name="Item">The file.</param>
/// <param name="Predicted">The predicted class.</param>
/// <param name="Actual">The true class.</param>
/// <param name="Loss">Its cross-entropy.</param>
/// <param name="Probability">The probability of the predicted class, 0 to 1.</param>
public sealed record ItemLoss(string Item, string Predicted, string Actual, double Loss, double Probability);
