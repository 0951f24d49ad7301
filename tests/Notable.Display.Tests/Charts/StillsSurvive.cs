using System.Text;
using AngleSharp.Html.Parser;
using Notable.Display.Figures;

namespace Notable.Display.Tests.Charts;

/// <summary>nbconvert takes SVG elements and scripts out of a page: what is left of a chart must still show it.</summary>
public class StillsSurvive
{
    public static TheoryData<string> Kinds => ["chart", "figure", "heatmap", "bars"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_scripts_and_svg_elements_a_chart_is_a_picture(string kind)
    {
        var bundle = MimeBundle.Of(kind switch
        {
            "chart" => Display.Charts.Line([1.0, 2.0], title: "Loss"),
            "figure" => Figures.Chart.Line([1.0, 2.0], title: "Loss"),
            "heatmap" => Display.Charts.Heatmap(new double[,] { { 1, 2 } }, title: "Loss"),
            _ => Display.Charts.Bar(["a", "b"], [1, 2], title: "Loss"),
        });
        var page = new HtmlParser().ParseDocument((string)bundle.Content(MimeTypes.Html)!);
        Assert.Empty(page.QuerySelectorAll("svg"));
        foreach (var script in page.QuerySelectorAll("script"))
            script.Remove();

        var image = Assert.Single(page.QuerySelectorAll("img"));
        const string type = "data:image/svg+xml;base64,";
        Assert.StartsWith(type, image.GetAttribute("src"));
        var svg = Encoding.UTF8.GetString(Convert.FromBase64String(image.GetAttribute("src")![type.Length..]));
        Assert.Equal((string)bundle.Content(MimeTypes.Svg)!, svg);
        Assert.StartsWith("Loss", image.GetAttribute("alt"));
    }
}
