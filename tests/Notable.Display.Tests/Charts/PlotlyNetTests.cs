using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Notable.Display.Tests.Charts;

[Collection(nameof(FormatterSettings))]
public class PlotlyNetTests
{
    private static JsonNode Json(object chart) => MimeBundle.Of(chart).Content("application/vnd.plotly.v1+json")!;

    [Fact]
    public void A_chart_is_shown_as_data_as_html_as_a_still_and_in_words()
    {
        var bundle = MimeBundle.Of(Chart.Line<int, double, string>(x: [1, 2, 3], y: [0.5, 0.4, 0.3], Name: "loss").WithXAxisStyle<double, double, string>(TitleText: "Epochs"));

        Assert.Equal([MimeTypes.Text, "application/vnd.plotly.v1+json", MimeTypes.Html, MimeTypes.Svg], bundle.Types);
        Assert.Equal("[1,2,3]", bundle.Content("application/vnd.plotly.v1+json")!["data"]![0]!["x"]!.ToJsonString());
        Assert.Contains("Epochs", (string)bundle.Content(MimeTypes.Svg)!);
        Assert.Contains("line \"loss\": 3 values", bundle.PlainText);
        Assert.Contains("Plotly.newPlot", (string)bundle.Content(MimeTypes.Html)!);
    }

    [Fact]
    public void The_json_is_that_of_the_library()
    {
        var chart = Chart.Column<double, string, string>(values: [1.5, 2], Keys: new(["a", "b"], true)).WithXAxisStyle<double, double, string>(TitleText: "kind");
        var own = Json(chart);
        var theirs = JsonNode.Parse(GenericChart.toFigureJson(chart))!;

        Assert.True(JsonNode.DeepEquals(theirs["data"], own["data"]), $"{theirs["data"]}\n{own["data"]}");
        Assert.True(JsonNode.DeepEquals(theirs["layout"], own["layout"]), $"{theirs["layout"]}\n{own["layout"]}");
    }

    [Fact]
    public void What_a_still_cannot_show_is_shown_by_the_other_forms()
    {
        var bundle = MimeBundle.Of(Chart.Pie<double, string, string>(values: [1, 2], Labels: new(["a", "b"], true)));

        Assert.DoesNotContain(MimeTypes.Svg, bundle.Types);
        Assert.Contains("pie", bundle.PlainText);
    }

    [Fact]
    public void Our_charts_are_styled_with_the_library()
    {
        var bundle = MimeBundle.Of(Display.Charts.Bar(["usd50", "usd100"], [3, 4], title: "Pictures").WithXAxisStyle<double, double, string>(TitleText: "Notes"));

        Assert.Equal("Notes", bundle.Content("application/vnd.plotly.v1+json")!["layout"]!["xaxis"]!["title"]!["text"]!.ToString());
        Assert.Contains("Notes", (string)bundle.Content(MimeTypes.Svg)!);
        Assert.Contains("usd100", (string)bundle.Content(MimeTypes.Svg)!);
    }

    [Fact]
    public void A_text_in_a_chart_cannot_leave_its_script()
    {
        var html = (string)MimeBundle.Of(Display.Charts.Line([1.0, 2.0], title: "</script><script>alert(1)</script>")).Content(MimeTypes.Html)!;

        Assert.DoesNotContain("</script><script>alert", html);
    }

    [Fact]
    public void Charts_survive_a_reset_of_formats()
    {
        var chart = Display.Charts.Line([1.0, 2.0]);
        Formatter.ResetToDefault();

        Assert.Contains("application/vnd.plotly.v1+json", MimeBundle.Of(chart).Types);
        Assert.Contains("Plotly.newPlot", chart.ToDisplayString("text/html"));
    }

    [Fact]
    public void Charts_of_XPlot_are_shown_too()
    {
        var chart = XPlot.Plotly.Chart.Line([1, 2, 3]);
        chart.WithTitle("From XPlot");

        var bundle = MimeBundle.Of(chart);

        Assert.Equal("From XPlot", ChartTitle(bundle.Content("application/vnd.plotly.v1+json")!["layout"]!["title"]));
        Assert.Contains("From XPlot", (string)bundle.Content(MimeTypes.Svg)!);
    }

    [Fact]
    public void What_a_chart_of_XPlot_says_cannot_end_its_data()
    {
        var chart = XPlot.Plotly.Chart.Line([1, 2, 3]);
        chart.WithTitle("one; var layout = 2; Plotly.newPlot");

        Assert.Equal("one; var layout = 2; Plotly.newPlot", ChartTitle(MimeBundle.Of(chart).Content("application/vnd.plotly.v1+json")!["layout"]!["title"]));
    }

    [Fact]
    public void A_format_that_draws_by_script_leaves_the_forms_that_need_none()
    {
        Formatter.Register<GenericChart>(_ => "<div></div><script>draw()</script>", HtmlFormatter.MimeType);
        try
        {
            var bundle = MimeBundle.Of(Display.Charts.Line([1.0, 2.0]));

            Assert.Equal("<div></div><script>draw()</script>", (string?)bundle.Content(MimeTypes.Html));
            Assert.Contains("<svg", (string)bundle.Content(MimeTypes.Svg)!);
            Assert.NotNull(bundle.Content("application/vnd.plotly.v1+json"));
            Assert.Equal([MimeTypes.Text, MimeTypes.Html], MimeBundle.Of(Display.Charts.Line([1.0, 2.0]), MimeTypes.Html).Types);
        }
        finally
        {
            Formatter.ResetToDefault();
        }
    }

    private static string? ChartTitle(JsonNode? title) => title is JsonObject parts ? (string?)parts["text"] : (string?)title;
}
