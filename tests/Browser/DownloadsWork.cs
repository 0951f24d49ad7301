using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class DownloadsWork(BrowserFixture browser)
{
    [Fact]
    public async Task A_link_with_the_file_in_it_is_saved_under_its_name()
    {
        await using var app = await AppFixture.StartAsync(
            "new HTML(\"<a download='answers.csv' href='data:text/csv;base64,\" + Convert.ToBase64String(\"a,b\"u8.ToArray()) + \"'>Get the answers</a>\")");
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByText("Get the answers").ClickAsync());

        Assert.Equal("answers.csv", download.SuggestedFilename);
        using var saved = new StreamReader((await download.CreateReadStreamAsync())!);
        Assert.Equal("a,b", await saved.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(visitor.Complaints);
    }
}
