using System.Text.RegularExpressions;
using Notable.AppHost.Assets;
using Notable.Display;

namespace Notable.AppHost.Tests;

public partial class StylesComeWithThePage
{
    private const string Table = "new[] { new { Name = \"fifty\", Worth = 50 } }";

    [Theory]
    [InlineData(Table)]
    [InlineData("display(" + Table + "); \"done\"")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }")]
    [InlineData("new Uri(\"https://example.org/a?b=1\")")]
    [InlineData("new[] { 1, 2, 3 }")]
    [InlineData(Table + ".DisplayTable(); 1")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\nHTML(" + Table + ".ToDisplayString(\"text/html\"))")]
    [InlineData("using Microsoft.DotNet.Interactive;\nKernelInvocationContext.Current.Display(" + Table + ", \"text/html\"); \"done\"")]
    [InlineData("var shown = display(\"soon\"); shown.Update(" + Table + "); \"done\"")]
    public async Task What_the_formatter_writes_carries_no_style_sheet(string cell)
    {
        await using var app = await TestApp.StartAsync(cell);
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        Assert.Contains("output-html", html);
        Assert.DoesNotContain("<style", html);
    }

    [Fact]
    public async Task Nor_does_it_inside_an_output_widget()
    {
        await using var app = await TestApp.StartAsync($"var output = new Output(); using (output.Capture()) display({Table}); output");
        await using var page = await app.OpenPageAsync();
        var states = (await page.StatesAsync()).ToJsonString();
        Assert.Contains("dni-treeview", states);
        Assert.DoesNotContain("dni-code-hint {", states);
    }

    [Fact]
    public async Task Styles_of_the_author_stay()
    {
        await using var app = await TestApp.StartAsync("HTML(\"<style>.mine { color: red }</style><b class='mine'>x</b>\")");
        Assert.Contains("<style>.mine { color: red }</style>", await app.Client.GetStringAsync("", TestApp.Canceled));
    }

    [Fact]
    public void The_page_has_a_rule_for_every_class_of_the_formatters_sheet()
    {
        var page = System.Text.Encoding.UTF8.GetString(WebFiles.Embedded.Styles.Plain);
        string[] classes = [.. Classes().Matches(FormatterStyles.Sheet).Select(match => match.Value).Distinct()];
        Assert.Contains(".dni-treeview", classes);
        Assert.All(classes, name => Assert.Contains(name, page));
    }

    [GeneratedRegex(@"\.dni-[a-z-]+")]
    private static partial Regex Classes();
}
