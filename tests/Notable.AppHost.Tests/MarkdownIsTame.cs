using Notable.AppHost.Pages;

namespace Notable.AppHost.Tests;

public class MarkdownIsTame
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("<javascript:alert(1)>", "<a ")]
    [InlineData("![p](https://elsewhere.example/pixel.png)", "<img")]
    [InlineData("[x](//elsewhere.example/y)", "<a ")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)", "javascript:")]
    public void Nothing_in_it_runs_or_calls_elsewhere(string source, string forbidden) =>
        Assert.DoesNotContain(forbidden, MarkdownText.ToHtml(source));

    [Theory]
    [InlineData("[x](https://example.org/)", "href=\"https://example.org/\"")]
    [InlineData("![dot](data:image/png;base64,AAAA)", "<img src=\"data:image/png;base64,AAAA\"")]
    [InlineData("| a |\n|---|\n| b |", "<table>")]
    [InlineData("a < b", "a &lt; b")]
    public void What_is_harmless_stays(string source, string expected) =>
        Assert.Contains(expected, MarkdownText.ToHtml(source));

    [Theory]
    [InlineData("intro\n\n## The `big` *title*", "The big title")]
    [InlineData("no heading", null)]
    public void The_first_heading_is_read_without_its_markup(string source, string? expected) =>
        Assert.Equal(expected, MarkdownText.FirstHeading(source));
}
