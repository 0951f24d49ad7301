using System.Globalization;
using Notable.Display;

namespace Notable.Learning;

/// <summary>Precision, recall and F1 of one class, or an average.</summary>
/// <param name="Class">The class, or the name of the average.</param>
/// <param name="Precision">Of the items predicted as it, the fraction that belong to it, 0 to 1; 0 if there are none.</param>
/// <param name="Recall">Of its items, the fraction predicted as it, 0 to 1.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="Support">Number of its items.</param>
public sealed record ClassReport(string Class, double Precision, double Recall, double F1, int Support);

/// <summary>Precision, recall, F1 and support of each class, as in scikit-learn's classification_report.</summary>
/// <param name="Classes">One row per class, in the vocabulary's order.</param>
/// <param name="Accuracy">Fraction of items predicted right, 0 to 1.</param>
/// <param name="MacroAverage">The unweighted mean over classes.</param>
/// <param name="WeightedAverage">The mean over classes, weighted by their items.</param>
public sealed record ClassificationReport(
    IReadOnlyList<ClassReport> Classes, double Accuracy, ClassReport MacroAverage, ClassReport WeightedAverage) : IDisplayable
{
    internal static ClassificationReport Of(IReadOnlyList<string> vocab, IReadOnlyList<(int Target, int Answer)> items)
    {
        var counts = ClassCounts.Of(vocab.Count, items);
        ClassReport[] classes = [.. counts.Select((c, i) => new ClassReport(vocab[i], c.Precision, c.Recall, c.F1, c.Support))];
        return new(classes, items.Count == 0 ? double.NaN : items.Average(item => item.Target == item.Answer ? 1.0 : 0),
            Mean("macro avg", _ => 1), Mean("weighted avg", row => row.Support));

        ClassReport Mean(string name, Func<ClassReport, double> weight)
        {
            var total = classes.Sum(weight);
            return new(name, Over(row => row.Precision), Over(row => row.Recall), Over(row => row.F1), items.Count);

            double Over(Func<ClassReport, double> figure) => classes.Sum(row => weight(row) * figure(row)) / total;
        }
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() =>
        MimeBundle.Text(ToString()).With(MimeTypes.Html, MimeBundle.TableHtml(
            Rows.Select(row => new Shown(row.Class, Text(row.Precision), Text(row.Recall), Text(row.F1), row.Support))
                .Append(new("accuracy", "", "", Text(Accuracy), WeightedAverage.Support))));

    /// <summary>Returns the report as a text table.</summary>
    public override string ToString()
    {
        var width = Math.Max(12, Rows.Max(row => row.Class.Length));
        var lines = Rows.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.Class.PadLeft(width)} {row.Precision,10:0.00} {row.Recall,8:0.00} {row.F1,8:0.00} {row.Support,8}"));
        return string.Join('\n', [$"{"".PadLeft(width)} {"precision",10} {"recall",8} {"f1",8} {"support",8}", .. lines,
            string.Create(CultureInfo.InvariantCulture, $"{"accuracy".PadLeft(width)} {Accuracy,28:0.00} {WeightedAverage.Support,8}")]);
    }

    private sealed record Shown(string Class, string Precision, string Recall, string F1, int Support);

    private static string Text(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    private ClassReport[] Rows => [.. Classes, MacroAverage, WeightedAverage];
}
