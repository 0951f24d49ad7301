using System.Globalization;

namespace Notable.Learning;

/// <summary>Writes the table of epochs to a CSV file, each row as soon as its epoch is done.</summary>
/// <param name="path">The file; its folder is created.</param>
/// <param name="append">Appends to an existing file; otherwise the first fit of this callback replaces it.</param>
public sealed class CsvLogger(string path = "history.csv", bool append = false) : Callback
{
    private bool begun = append;

    /// <inheritdoc/>
    public override void BeforeFit(FitRun fit)
    {
        if (begun && File.Exists(path))
            return;
        begun = true;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllLines(path, [string.Join(',', ["phase", "epoch", "train_loss", "valid_loss", .. fit.Learner.Metrics.Select(m => Quoted(m.Name)), "seconds"])]);
    }

    /// <inheritdoc/>
    public override void AfterEpoch(FitRun fit)
    {
        var report = fit.Report!;
        double[] numbers = [report.TrainLoss, report.ValidLoss, .. fit.Learner.Metrics.Select(metric => report.Metrics[metric.Name]), report.Seconds];
        File.AppendAllLines(path, [string.Join(',', [report.Phase, Text(report.Epoch), .. numbers.Select(number => Text(number))])]);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Quoted(string name) => name.Contains(',') || name.Contains('"') ? $"\"{name.Replace("\"", "\"\"")}\"" : name;
}
