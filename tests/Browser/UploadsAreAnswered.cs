using Browser.Fixtures;

namespace Browser;

public class UploadsAreAnswered(BrowserFixture browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_comes_back_with_its_name_and_size(bool onPhone)
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone);
        await visitor.OpenAsync(app.Address);
        await visitor.ScreenshotAsync(onPhone ? "phone-before" : "desktop-before");
        var picture = await EchoApp.PictureAsync(visitor, "note.png");

        await visitor.UploadAsync(picture);

        await visitor.SeeAsync($"note.png: {picture.Buffer.Length} bytes");
        // A browser decodes a picture after it has been set.
        await visitor.Page.WaitForFunctionAsync("document.querySelector('.widget-image').naturalWidth > 300");
        await visitor.ScreenshotAsync(onPhone ? "phone-after" : "desktop-after");
        Assert.Empty(visitor.Complaints);
        Assert.Equal([app.Address.Authority], visitor.Servers);
    }
}
