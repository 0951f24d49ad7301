using Browser.Fixtures;
using Notable.Testing;

namespace Browser;

public sealed class LargeFilesAreRefused(BrowserFixture browser) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task With_a_sentence_and_the_page_works_on()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(FileOf(20_900_000));

        await visitor.SeeAsync("This file is 20.9 MB; the limit is 20 MB.");
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

        await visitor.UploadAsync(FileOf(20_000_000));

        await visitor.SeeAsync("photo.png: 20000000 bytes");
    }

    public void Dispose() => folder.Dispose();

    private string FileOf(long bytes)
    {
        using var file = File.Create(folder["photo.png"]);
        file.SetLength(bytes);
        return file.Name;
    }
}
