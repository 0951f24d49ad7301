using Notable.Display.Figures;
namespace Notable.Display.Tests.Charts;

public class SvgValuesTests
{
    private const double NaN = double.NaN;

    [Fact]
    public void A_value_that_is_not_finite_breaks_the_line()
    {
        var path = Assert.Single(new SvgReader(Chart.Line([1, 2, NaN, 3, 4, double.PositiveInfinity, 5, 6]).ToSvg()).Paths);

        Assert.Equal(3, path.Count(command => command == 'M'));
        Assert.Equal(3, path.Count(command => command == 'L'));
    }

    [Fact]
    public void A_lone_point_between_gaps_is_a_dot() =>
        Assert.Single(new SvgReader(Chart.Line([1, 2, NaN, 3, NaN]).ToSvg()).Elements("circle"));

    [Fact]
    public void A_blank_cell_leaves_the_ground_to_be_seen()
    {
        var whole = new SvgReader(Chart.Heatmap(new[,] { { 1.0, 2.0 } }).ToSvg()).Elements("rect").Count();
        var blank = new SvgReader(Chart.Heatmap(new[,] { { 1.0, NaN } }).ToSvg()).Elements("rect").Count();

        Assert.Equal(whole - 1, blank);
    }

    [Fact]
    public void Equal_counts_above_zero_have_the_strongest_color_if_colors_start_at_zero()
    {
        // Only the cells have a title.
        static string[] Cells(int[,] z, double? lowest) => [.. new SvgReader(Chart.Heatmap(z, lowest: lowest).ToSvg()).Elements("rect")
            .Where(cell => cell.Elements().Any()).Select(cell => (string)cell.Attribute("fill")!)];
        var strongest = Cells(new[,] { { 0, 2 } }, null)[1];
        Assert.Equal([strongest, strongest], Cells(new[,] { { 2, 2 } }, 0));
        Assert.DoesNotContain(strongest, Cells(new[,] { { 2, 2 } }, null));
    }

    public static TheoryData<Figure> Odd =>
    [
        Chart.Line(Array.Empty<double>(), name: "none"),
        Chart.Line([NaN, NaN]),
        Chart.Line([5.0]),
        Chart.Line([0.0, 0.0]),
        Chart.Line([double.MinValue, double.MaxValue]),
        Chart.Line([1e-300, 2e-300]),
        Chart.Line([1e15, 1e15 + 1]),
        Chart.Scatter(Array.Empty<int>(), Array.Empty<int>()),
        Chart.Bar(Array.Empty<string>(), Array.Empty<int>()),
        Chart.Bar(["a", "a", "b"], [1, NaN, double.NegativeInfinity]),
        Chart.Bar(Enumerable.Range(0, 300).Select(i => $"label number {i}"), Enumerable.Range(0, 300)),
        Chart.Heatmap(new double[0, 0]),
        Chart.Heatmap(new double[0, 3]),
        Chart.Heatmap(new[,] { { NaN, NaN } }),
        Chart.Heatmap(new[,] { { 7.0, 7.0 } }),
        Chart.Heatmap(new int[60, 90], yLabels: Enumerable.Range(0, 60).Select(i => new string('w', 80))),
        Chart.Line([1, 2], new string('n', 500), new string('t', 500), new string('x', 500), new string('y', 500)),
        Chart.Combine(Enumerable.Range(0, 30).Select(i => Chart.Line([i, i + 1], $"series number {i}"))),
        new Figure([], new FigureLayout { Width = 100, Height = 100 }),
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Whatever_the_data_the_picture_is_sound(Figure figure)
    {
        var svg = new SvgReader(figure.ToSvg());

        Assert.All(svg.Numbers, number => Assert.InRange(number, -1, 700));
        Assert.All(svg.Paths, path => Assert.DoesNotContain("NaN", path));
        Assert.InRange(svg.Texts.Length, 0, 200);
    }

    [Fact]
    public void The_first_row_of_a_matrix_is_on_top()
    {
        string[,] notes = { { "top" }, { "bottom" } };
        var texts = new SvgReader(Chart.Heatmap(new[,] { { 1 }, { 2 } }, annotations: notes).ToSvg()).Elements("text").ToArray();

        double HeightOf(string text) => (double)texts.Single(element => element.Value == text).Attribute("y")!;

        Assert.True(HeightOf("top") < HeightOf("bottom"));
    }
}
