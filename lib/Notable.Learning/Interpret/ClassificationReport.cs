using System.Globalization;
using Notable.Display;

namespace Notable.Learning;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Class">The class, or what the row sums up.</param>
/// <param name="Precision">Of the items taken for it, the share that are of it, 0 to 1; 0 where none was.</param>
/// <param name="Recall">Of its items, the share that are taken for it, 0 to 1.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="Support">How many items it has.</param>
public sealed record ClassReport(string Class, double Precision, double Recall, double F1, int Support);

/// <summary>Precision, recall, F1 and support of each class, as scikit-learn's classification_report has them.</summary>
/// <param name="Classes">A row a class, in the vocabulary's order.</param>
/// <param name="Accuracy">The share of items answered rightly, 0 to 1.</param>
/// <param name="MacroAverage">The plain mean over classes.</param>
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

    /// <summary>The report as a table of text.</summary>
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
