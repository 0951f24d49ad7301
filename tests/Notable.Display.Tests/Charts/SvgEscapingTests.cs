using Notable.Display.Figures;
namespace Notable.Display.Tests.Charts;

public class SvgEscapingTests
{
    private const string Hostile = "</text><script>alert(1)</script>&\"'";

    [Fact]
    public void Names_and_titles_are_text_and_never_markup()
    {
        var svg = new SvgReader(Chart.Combine(
            Chart.Line([1, 2], Hostile, Hostile, Hostile, Hostile), Chart.Line([2, 1], "b")).ToSvg());

        Assert.Empty(svg.Elements("script"));
        Assert.Contains(Hostile, svg.Texts);
        Assert.Contains(Hostile, svg.Description);
    }

    [Fact]
    public void Labels_and_annotations_are_text_and_never_markup()
    {
        string?[,] notes = { { Hostile } };

        var svg = new SvgReader(Chart.Heatmap(new[,] { { 1 } }, [Hostile], [Hostile], notes).ToSvg());

        Assert.Empty(svg.Elements("script"));
        Assert.Contains(Hostile, svg.Texts);
    }

    [Fact]
    public void Characters_that_xml_forbids_are_marked()
    {
        const char high = '\ud83d', low = '\ude00';
        string ShownAs(string title) => new SvgReader(Chart.Line([1, 2], title: title).ToSvg()).Texts[0];

        Assert.Equal("nul \uFFFD bell \uFFFD", ShownAs("nul \0 bell \a"));
        Assert.Equal("half \uFFFD pair", ShownAs($"half {high} pair"));
        Assert.Equal("\uFFFD\uFFFD", ShownAs($"{low}{high}"));
        Assert.Equal("whole 😀 pair", ShownAs($"whole {high}{low} pair"));
    }
}
