using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class LargeFilesAreRefused(BrowserFixture browser)
{
    [Fact]
    public async Task With_a_sentence_and_the_page_works_on()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(new FilePayload { Name = "big.png", MimeType = "image/png", Buffer = new byte[20_900_000] });

        await visitor.SeeAsync("This file has 20.9 MB; the limit is 20 MB.");
        await visitor.ScreenshotAsync("phone-too-large");
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "small.png"));
        await visitor.SeeAsync("small.png:");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_file_just_below_the_limit_is_taken()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(new FilePayload { Name = "edge.png", MimeType = "image/png", Buffer = new byte[20_000_000] });

        await visitor.SeeAsync("edge.png: 20000000 bytes");
    }
}
