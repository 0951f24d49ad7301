using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class ValuesAreShown(BrowserFixture browser)
{
    private const string Values = """
        new[] { new { Series = "1990", Worth = 50, Seen = true }, new { Series = "2009", Worth = 100, Seen = false } }.DisplayTable();
        new Dictionary<string, object> { ["fifty"] = 50, ["hundred"] = new { Worth = 100, Colors = new[] { "green", "blue" } } }.Display();
        new Uri("https://example.org/bills?worth=50#front").Display();
        new[] { new { Worth = 50, Parts = new { Seal = "green", Serial = "AB 12" } } }.Display();
        """;

    [Fact]
    public async Task Tables_dictionaries_and_objects_look_the_same_on_the_page_and_in_an_output_widget()
    {
        await using var app = await AppFixture.StartAsync(
            "# Values", Values + "\"as text\"", $"# Later", $"var output = new Output(); using (output.Capture()) {{ {Values} }} output");
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        await Assertions.Expect(visitor.Page.Locator(".output-html")).ToHaveCountAsync(8);

        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await visitor.ScreenshotAsync("values");
        var hints = visitor.Page.Locator(".dni-code-hint");
        Assert.True(await hints.CountAsync() > 4);
        foreach (var hint in await hints.AllAsync())
            Assert.Equal("italic", await hint.EvaluateAsync<string>("one => getComputedStyle(one).fontStyle"));
        Assert.Equal(0, await visitor.Page.Locator("main style").CountAsync());
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Nothing_that_a_format_returns_runs_script()
    {
        const string hostile = """
            <b class='hostile' onclick='window.ran = 1' onmouseover='window.ran = 1'>here</b>
            <script>window.ran = 2</script><script type='module'>window.ran = 3</script>
            <img src='missing.png' onerror='window.ran = 4'><svg onload='window.ran = 5'><script>window.ran = 6</script></svg>
            <a id='link' href='javascript:window.ran = 7'>link</a><iframe srcdoc='<script>parent.ran = 8</script>'></iframe>
            <base href='https://example.org/'><form action='javascript:window.ran = 9'><button id='send'>send</button></form>
            """;
        await using var app = await AppFixture.StartAsync(
            "record Bill(int Worth);\nFormatter.Register<Bill>(bill => \"\"\"\n" + hostile + "\n\"\"\", \"text/html\");",
            "new Bill(50)", "var output = new Output(); using (output.Capture()) display(new Bill(100)); output", "new HTML(\"\"\"\n" + hostile + "\n\"\"\")");
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        await Assertions.Expect(visitor.Page.Locator(".output-html .hostile")).ToHaveCountAsync(2);

        foreach (var one in await visitor.Page.Locator(".hostile").AllAsync())
            await one.ClickAsync();
        foreach (var one in await visitor.Page.Locator("#link, #send").AllAsync())
            await one.ClickAsync(new() { Force = true });
        await visitor.Page.WaitForTimeoutAsync(300);
        Assert.Null(await visitor.Page.EvaluateAsync<int?>("window.ran ?? null"));
        Assert.Equal(app.Address, new Uri(visitor.Page.Url));
        Assert.Equal([app.Address.Authority], visitor.Servers);
    }
}
