using Notable.Display.Figures;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Tests;

namespace Notable.Display.Tests.Charts;

public class PlotlyJsonTests
{
    private static readonly JsonSerializerOptions indented = new() { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void Figures_are_the_json_that_plotly_takes()
    {
        var figures = new JsonArray(
            Chart.Combine(Chart.Line([1, 2], "a", "Title", "x", "y"), Chart.Scatter([0.5], [1f], "b")).ToPlotly(),
            Chart.Bar(["usd50"], [1]).ToPlotly(),
            Chart.Heatmap(new[,] { { 1, 2 } }, ["p", "q"], ["r"], new[,] { { "one", null } }).ToPlotly());

        Approved.Match("plotly.json", figures.ToJsonString(indented) + "\n");
    }

    [Fact]
    public void What_is_not_finite_is_null() =>
        Assert.Equal("[1,null,null,null]",
            Chart.Line([1, double.NaN, double.PositiveInfinity, double.NegativeInfinity]).ToPlotly()["data"]![0]!["y"]!.ToJsonString());

    [Theory]
    [InlineData(new[] { 5.0, 7, double.NaN }, 7)]
    [InlineData(new[] { -3.0, -2, -1 }, 0)]
    public void The_colors_of_a_heat_map_can_start_at_a_fixed_value(double[] values, double highest)
    {
        var z = new double[1, 3];
        Buffer.BlockCopy(values, 0, z, 0, 3 * sizeof(double));
        var trace = Chart.Heatmap(z, lowest: 0).ToPlotly()["data"]![0]!;
        Assert.Equal((0, highest), ((double)trace["zmin"]!, (double)trace["zmax"]!));
        Assert.Null(Chart.Heatmap(z).ToPlotly()["data"]![0]!["zmin"]);
    }

    [Fact]
    public void A_figure_comes_as_plotly_json_svg_and_text()
    {
        var bundle = Chart.Line([1.5, 3], "loss", "Losses").ToMimeBundle();

        Assert.Equal([MimeTypes.Text, Figure.MimeType, MimeTypes.Html, MimeTypes.Svg], bundle.Types);
        Assert.Equal("Losses\n  line \"loss\": 2 values, 1.5 to 3", bundle.PlainText);
        Assert.Equal("Losses", (string)bundle.Content(Figure.MimeType)!["layout"]!["title"]!["text"]!);
    }
}
