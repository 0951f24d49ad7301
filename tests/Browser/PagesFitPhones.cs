using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class PagesFitPhones(BrowserFixture browser)
{
    [Fact]
    public async Task Nothing_is_wider_than_the_screen_and_the_button_suits_a_thumb()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone: true, ColorScheme.Dark);
        await visitor.OpenAsync(app.Address);
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "a-very-long-name-of-a-picture-as-some-phones-give-them-20260101-120000.png"));
        await visitor.SeeAsync("bytes");
        await visitor.ScreenshotAsync("phone-dark");

        Assert.True(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        var button = (await visitor.Page.Locator(".widget-upload").BoundingBoxAsync())!;
        Assert.True(button.Height >= 48, $"the button is {button.Height} points high");
        Assert.True(button.Width >= 300, $"the button is {button.Width} points wide");
    }
}
