namespace Notable.Kernel.Tests.Hosting;

public sealed class ChartsInCells : PolyglotCells
{
    [Theory]
    [InlineData("Charts.Bar([\"usd50\", \"usd100\"], [3, 4], title: \"Pictures\")")]
    [InlineData("using Plotly.NET.CSharp;\nChart.Line<int, double, string>(x: new[] { 1, 2 }, y: new[] { 0.5, 0.4 }).WithXAxisStyle<double, double, string>(TitleText: \"epoch\")")]
    public async Task They_are_data_html_and_a_still(string cell)
    {
        var (outcome, _) = await Run(cell);

        Assert.True(outcome.Error is null, outcome.Error?.Message);
        foreach (var form in (string[])["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"])
            Assert.NotNull(outcome.Value!.Content(form));
    }
}
