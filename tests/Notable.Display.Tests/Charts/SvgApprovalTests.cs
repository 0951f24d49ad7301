using Notable.Display.Figures;
using Notable.Tests;

namespace Notable.Display.Tests.Charts;

public class SvgApprovalTests
{
    [Fact]
    public void Lines_with_a_gap_and_a_legend() => Approved.Match("lines.svg", Chart.Combine(
        Chart.Line([0.9, 0.6, double.NaN, 0.4, 0.35], "train_loss", "Losses", "epoch", "loss"),
        Chart.Line([0, 2, 4], [0.8f, 0.5f, 0.45f], "valid_loss")).ToSvg());

    [Fact]
    public void A_confusion_matrix() => Approved.Match("heatmap.svg", Chart.Heatmap(
        new[,] { { 24, 1 }, { 2, 23 } }, ["usd100", "usd50"], ["usd100", "usd50"],
        new[,] { { "24", "1" }, { "2", "23" } }, "Confusion matrix", "predicted", "actual").ToSvg());

    [Fact]
    public void Bars_of_two_series() => Approved.Match("bars.svg", Chart.Combine(
        Chart.Bar(["usd50", "usd100"], [0.97, 0.03], "model a", "Probabilities"),
        Chart.Bar(["usd50", "usd100"], [0.5, -0.1], "model b")).ToSvg());

    [Fact]
    public void Dots() => Approved.Match("scatter.svg", Chart.Scatter([1, 2, 3], [10, 1000, 500], xTitle: "loss", yTitle: "pixels").ToSvg());
}
