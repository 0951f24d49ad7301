using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class FailuresAreSaidOnce(BrowserFixture browser)
{
    [Fact]
    public async Task A_handler_that_throws_gives_one_sentence_with_a_reference()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(new FilePayload { Name = "broken.png", MimeType = "image/png", Buffer = [1, 2, 3] });

        await visitor.SeeAsync("Something went wrong in this app.");
        await visitor.ScreenshotAsync("phone-failure");
        Assert.DoesNotContain("business", await visitor.Page.ContentAsync());
        Assert.Matches("under [2-9A-Z]{4}-[2-9A-Z]{4}\\.", await visitor.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "fine.png"));
        await visitor.SeeAsync("fine.png:");
        Assert.False(await visitor.Page.GetByText("Something went wrong").IsVisibleAsync());
    }
}
