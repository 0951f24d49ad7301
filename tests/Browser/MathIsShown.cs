using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class MathIsShown(BrowserFixture browser)
{
    [Fact]
    public async Task In_text_labels_and_html_without_asking_anybody_else()
    {
        await using var app = await AppFixture.StartAsync(
            "# Title\n\n$a_1 = \\frac{1}{2}$ and $50 or $100\n\n$$\\sum_{i=1}^n i^2$$\n\n\\begin{align*}\na &= b \\\\\n- c &= d\n\\end{align*}\n\nand \\begin{equation}e\\end{equation}",
            "var label = new Label(\"$x^2$ costs $50\"); var html = new HTMLMath(\"<b>$\\\\sqrt{y}$</b>\"); var plain = new Label(\"from $50 to $100\"); var button = new Button(\"next\");",
            "button.OnClick(() => { label.Value = \"$z_3$\"; }); new VBox(label, html, plain, button)");
        await using var visitor = await browser.VisitorAsync(onPhone: false);
        var elsewhere = new List<string>();
        visitor.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        await visitor.OpenAsync(app.Address);

        await Expect("mfrac", 1);
        await Expect("munderover", 1);
        await Expect("mtable", 2);
        await Expect("msqrt", 1);
        await Expect("msup", 2);
        Assert.Contains("$50 or $100", await visitor.Page.InnerTextAsync("section.markdown"));
        await visitor.SeeAsync("from $50 to $100");
        await visitor.Page.GetByText("next").ClickAsync();
        await Expect("msub", 2);
        Assert.Empty(elsewhere);

        async Task Expect(string tag, int count) => await Assertions.Expect(visitor.Page.Locator($"math {tag}")).ToHaveCountAsync(count, new() { Timeout = 15_000 });
    }
}
