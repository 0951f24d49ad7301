using Notable.Display;
using Notable.Display.Figures;
using Chart = Notable.Display.Figures.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Notable.Learning;

/// <summary>The answers of like sureness.</summary>
/// <param name="Confidence">Their mean probability of the predicted class, 0 to 1.</param>
/// <param name="Accuracy">The share of them that is right, 0 to 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record CalibrationBin(double Confidence, double Accuracy, int Count);

/// <summary>Whether a model is right as often as it says: of answers that are 80 % sure, 80 % should be right (Guo et al. 2017).</summary>
public sealed class CalibrationCurve : IDisplayable
{
    /// <summary>Sorts answers into equal ranges of sureness.</summary>
    /// <param name="answers">Each answer's probability of the predicted class, and whether it is right.</param>
    /// <param name="bins">How many ranges, at least 1.</param>
    public CalibrationCurve(IReadOnlyList<(double Confidence, bool IsRight)> answers, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Bins = [.. answers.GroupBy(answer => Math.Clamp((int)(answer.Confidence * bins), 0, bins - 1)).OrderBy(group => group.Key)
            .Select(group => new CalibrationBin(group.Average(a => a.Confidence), group.Average(a => a.IsRight ? 1.0 : 0), group.Count()))];
        ExpectedError = answers.Count == 0 ? double.NaN : Bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / answers.Count;
    }

    /// <summary>The ranges with answers, the least sure first.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>The expected calibration error, 0 to 1: how far sureness and rightness are apart, on average over answers.</summary>
    public double ExpectedError { get; }

    /// <summary>A chart of the calibration curve beside that of a model that is right as often as it says.</summary>
    public GenericChart Plot() => Figure().ToChart();

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => Figure().ToMimeBundle();

    internal Figure Figure() => Chart.Combine(
        Chart.Line(Bins.Select(bin => bin.Confidence), Bins.Select(bin => bin.Accuracy), "model",
            FormattableString.Invariant($"Calibration (expected error {ExpectedError * 100:0.0} %)"), "sureness", "share that is right"),
        Chart.Scatter(Bins.Select(bin => bin.Confidence), Bins.Select(bin => bin.Accuracy)),
        Chart.Line([0.0, 1.0], [0.0, 1.0], "as sure as right"));
}
