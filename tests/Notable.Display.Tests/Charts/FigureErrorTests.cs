using Notable.Display.Figures;
namespace Notable.Display.Tests.Charts;

public class FigureErrorTests
{
    private static void Refused(string reason, Action build) =>
        Assert.Contains(reason, Assert.ThrowsAny<ArgumentException>(build).Message);

    [Fact]
    public void X_and_y_of_different_lengths_are_refused() =>
        Refused("found 2 x and 3 y", () => Chart.Line([1, 2], [1, 2, 3]));

    [Fact]
    public void A_bar_without_its_label_is_refused() =>
        Refused("found 1 labels and 2 values", () => Chart.Bar(["a"], [1, 2]));

    [Fact]
    public void Labels_that_do_not_fit_the_matrix_are_refused() =>
        Refused("needs 1 y labels and 2 x labels, found 1 and 3", () => Chart.Heatmap(new[,] { { 1, 2 } }, ["a", "b", "c"]));

    [Fact]
    public void Annotations_that_do_not_fit_the_matrix_are_refused() =>
        Refused("must be 1 x 2", () => Chart.Heatmap(new[,] { { 1, 2 } }, annotations: new string?[1, 1]));

    [Fact]
    public void Bars_and_lines_share_no_figure() =>
        Refused("PointTrace and BarTrace", () => Chart.Combine(Chart.Line([1, 2]), Chart.Bar(["a"], [1])));

    [Fact]
    public void Two_heatmaps_share_no_figure() =>
        Refused("only one heat map", () => Chart.Combine(Chart.Heatmap(new[,] { { 1 } }), Chart.Heatmap(new[,] { { 1 } })));

    [Fact]
    public void Nothing_cannot_be_combined() => Refused("at least one figure", () => Chart.Combine());

    [Fact]
    public void A_size_beyond_reason_is_refused() => Refused("100 to 10,000", () => _ = new FigureLayout { Width = 0 });
}
