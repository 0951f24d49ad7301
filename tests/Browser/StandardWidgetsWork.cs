using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class StandardWidgetsWork(BrowserFixture browser)
{
    [Fact]
    public async Task Buttons_labels_html_and_outputs_live_side_by_side()
    {
        await using var app = await AppFixture.StartAsync(
            "# Counter",
            """
            var count = 0;
            var button = new Button("Count") { Icon = "check", ButtonStyle = "primary" };
            var html = new HTML { Value = "<b id='bold'>none yet</b>" };
            var output = new Output();
            button.OnClick(() =>
            {
                count++;
                html.Value = $"<b id='bold'>{count} so far</b>";
                using (output.Capture())
                {
                    Console.WriteLine($"printed {count}");
                    display(new Label { Value = $"shown {count}" });
                }
            });
            """,
            "display(new HBox(button, html));\noutput");
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Count" }).ClickAsync();
        await visitor.SeeAsync("1 so far");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Count" }).ClickAsync();
        await visitor.SeeAsync("2 so far");

        await visitor.SeeAsync("printed 2");
        await visitor.SeeAsync("shown 2");
        await visitor.ScreenshotAsync("desktop-widgets");
        Assert.Empty(visitor.Complaints);
    }
}
