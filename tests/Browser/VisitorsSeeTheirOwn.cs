using Browser.Fixtures;

namespace Browser;

public class VisitorsSeeTheirOwn(BrowserFixture browser)
{
    [Fact]
    public async Task What_one_uploads_another_never_sees()
    {
        await using var app = await EchoApp.StartAsync();
        await using var anna = await browser.VisitorAsync();
        await using var ben = await browser.VisitorAsync();
        await anna.OpenAsync(app.Address);
        await ben.OpenAsync(app.Address);

        await anna.UploadAsync(await EchoApp.PictureAsync(anna, "annas.png"));
        await anna.SeeAsync("annas.png:");

        await ben.UploadAsync(await EchoApp.PictureAsync(ben, "bens.png"));
        await ben.SeeAsync("bens.png:");
        Assert.DoesNotContain("annas.png", await ben.Page.ContentAsync());
        Assert.DoesNotContain("bens.png", await anna.Page.ContentAsync());
    }
}
