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
