namespace Notable.Learning.Tests.Interpret;

/// <summary>Figures worked out by hand.</summary>
public class ReportTests
{
    // a: 2 right of 3, one taken for b. b: 1 right of 1. c: none of 1, taken for a.
    private static ClassificationInterpretation Interpretation() => new(["a", "b", "c"], new Predictions(
        ["1", "2", "3", "4", "5"],
        [[0.8f, 0.1f, 0.1f], [0.9f, 0.05f, 0.05f], [0.3f, 0.6f, 0.1f], [0.1f, 0.8f, 0.1f], [0.7f, 0.2f, 0.1f]],
        [0, 0, 0, 1, 2], [0.2, 0.1, 1.2, 0.2, 2.3]));

    [Fact]
    public void Precision_recall_f1_and_support_of_each_class()
    {
        var report = Interpretation().Report();
        Check(report.Classes[0], "a", 2 / 3.0, 2 / 3.0, 2 / 3.0, 3);
        Check(report.Classes[1], "b", 1 / 2.0, 1, 2 / 3.0, 1);
        Check(report.Classes[2], "c", 0, 0, 0, 1);
        Assert.Equal(3 / 5.0, report.Accuracy, 1e-12);
        Check(report.MacroAverage, "macro avg", (2 / 3.0 + 0.5) / 3, (2 / 3.0 + 1) / 3, (4 / 3.0) / 3, 5);
        Check(report.WeightedAverage, "weighted avg", (2 + 0.5) / 5, (2 + 1) / 5.0, (2 + 2 / 3.0) / 5, 5);
    }

    [Fact]
    public void The_report_reads_as_a_table()
    {
        var text = Interpretation().Report().ToString();
        Assert.Contains("           a       0.67     0.67     0.67        3", text);
        Assert.Contains("    accuracy", text);
        Assert.Contains("<table", Interpretation().Report().ToMimeBundle().Content("text/html")!.ToString());
    }

    [Fact]
    public void The_confusion_matrix_is_read_aloud() => Assert.Equal(
        "Of 5 pictures 3 are right: accuracy 60.0 %, error rate 40.0 %. 1 picture of a was taken for b; 1 picture of c was taken for a.", Interpretation().Describe());

    [Fact]
    public void The_table_in_a_notebook_is_rounded_and_has_the_accuracy()
    {
        var html = Interpretation().Report().ToMimeBundle().Content("text/html")!.ToString();
        Assert.Contains("0.67", html);
        Assert.DoesNotContain("0.666", html);
        Assert.Contains("accuracy", html);
    }

    [Theory]
    [InlineData(new[] { 1.0, 0.5, 0.4 }, new[] { 0.8, 0.5, 0.3 }, "Over 3 epochs the training loss went from 1.00 to 0.40 and the validation loss from 0.80 to 0.30.\nThe error rate is 2.5 %, that is an accuracy of 97.5 %.")]
    [InlineData(new[] { 1.0, 0.5, 0.2 }, new[] { 0.8, 0.3, 0.6 }, "Over 3 epochs the training loss went from 1.00 to 0.20 and the validation loss from 0.80 to 0.60.\nThe validation loss was lowest in row 2 of the table (0.30) and rose while the training loss fell: the model overfits.\nThe error rate is 2.5 %, that is an accuracy of 97.5 %.")]
    [InlineData(new double[0], new double[0], "Nothing has been trained yet.")]
    public void The_table_of_epochs_is_read_aloud(double[] train, double[] valid, string text)
    {
        var recorder = new Recorder();
        for (var i = 0; i < train.Length; i++)
            recorder.Add(new EpochReport(EpochReport.Unfrozen, i, train[i], valid[i], new Dictionary<string, double> { ["error_rate"] = 0.025 }, 1));
        Assert.Equal(text, recorder.Describe());
    }

    [Fact]
    public void Error_rate_and_accuracy_sum_to_100()
    {
        var recorder = new Recorder();
        recorder.Add(new EpochReport(EpochReport.Unfrozen, 0, 1, 1, new Dictionary<string, double> { ["error_rate"] = 1.0 / 16 }, 1));
        Assert.Contains("The error rate is 6.3 %, that is an accuracy of 93.7 %.", recorder.Describe());
    }

    [Fact]
    public void Normalized_rows_sum_to_1()
    {
        var rows = Interpretation().ConfusionFigure(normalize: true).ToPlotly()["data"]![0]!["z"]!.AsArray();
        Assert.All(rows, row => Assert.Equal(1, row!.AsArray().Sum(cell => cell!.GetValue<double>()), 1e-12));
        Assert.Equal(2 / 3.0, rows[0]![0]!.GetValue<double>(), 1e-12);
    }

    [Fact]
    public void Calibration_compares_sureness_with_rightness()
    {
        var calibration = Interpretation().Calibration(bins: 2);
        var bin = Assert.Single(calibration.Bins);
        Assert.Equal((0.8 + 0.9 + 0.6 + 0.8 + 0.7) / 5, bin.Confidence, 1e-6);
        Assert.Equal(0.6, bin.Accuracy, 1e-12);
        Assert.Equal(0.16, calibration.ExpectedError, 1e-6);
        Assert.Equal([2, 3], Interpretation().Calibration(bins: 10).Bins.Select(b => b.Count));
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.4, 0.35, 0.8 }, new[] { false, false, true, true }, 0.75)]
    [InlineData(new[] { 0.1, 0.2, 0.7, 0.8 }, new[] { false, false, true, true }, 1)]
    [InlineData(new[] { 0.5, 0.5, 0.5, 0.5 }, new[] { false, false, true, true }, 0.5)]
    [InlineData(new[] { 0.9, 0.1 }, new[] { false, true }, 0)]
    [InlineData(new[] { 0.9, 0.1 }, new[] { true, true }, double.NaN)]
    public void The_area_under_the_roc_curve_counts_pairs_in_order(double[] scores, bool[] kinds, double area) =>
        Assert.Equal(area, RocCurve.Area(scores, kinds), 1e-12);

    private static void Check(ClassReport row, string name, double precision, double recall, double f1, int support)
    {
        Assert.Equal((name, support), (row.Class, row.Support));
        Assert.Equal(precision, row.Precision, 1e-12);
        Assert.Equal(recall, row.Recall, 1e-12);
        Assert.Equal(f1, row.F1, 1e-12);
    }
}
