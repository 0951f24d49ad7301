using Notable.Display;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>Predictions of similar confidence.</summary>
/// <param name="Confidence">Mean probability of the predicted class, 0 to 1.</param>
/// <param name="Accuracy">Fraction of them that is right, 0 to 1.</param>
/// <param name="Count">Number of predictions.</param>
public sealed record CalibrationBin(double Confidence, double Accuracy, int Count);

/// <summary>Compares confidence with accuracy: of predictions with a confidence of 80 %, 80 % should be right (Guo et al. 2017).</summary>
public sealed class CalibrationCurve : IDisplayable
{
    /// <summary>Groups predictions into bins of equal width by confidence.</summary>
    /// <param name="answers">For each prediction, the probability of the predicted class and whether it is right.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    public CalibrationCurve(IReadOnlyList<(double Confidence, bool IsRight)> answers, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Bins = [.. answers.GroupBy(answer => Math.Clamp((int)(answer.Confidence * bins), 0, bins - 1)).OrderBy(group => group.Key)
            .Select(group => new CalibrationBin(group.Average(a => a.Confidence), group.Average(a => a.IsRight ? 1.0 : 0), group.Count()))];
        ExpectedError = answers.Count == 0 ? double.NaN : Bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / answers.Count;
    }

    /// <summary>The bins that contain predictions, least confident first.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>The expected calibration error, 0 to 1: the difference between confidence and accuracy, averaged over predictions.</summary>
    public double ExpectedError { get; }

    /// <summary>Returns a chart of the calibration curve and, for comparison, the diagonal of a perfectly calibrated model.</summary>
    public GenericChart Plot() => Figure().ToChart();

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => Figure().ToMimeBundle();

    internal Figure Figure() => Chart.Combine(
        Chart.Line(Bins.Select(bin => bin.Confidence), Bins.Select(bin => bin.Accuracy), "model",
            FormattableString.Invariant($"Calibration (expected error {ExpectedError * 100:0.0} %)"), "confidence", "accuracy"),
        Chart.Scatter(Bins.Select(bin => bin.Confidence), Bins.Select(bin => bin.Accuracy)),
        Chart.Line([0.0, 1.0], [0.0, 1.0], "perfectly calibrated"));
}
