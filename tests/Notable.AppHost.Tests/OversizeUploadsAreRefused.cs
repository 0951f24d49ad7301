namespace Notable.AppHost.Tests;

public class OversizeUploadsAreRefused
{
    private static readonly string[] cells =
    [
        "var upload = new FileUpload(); var echo = new Label();",
        "upload.OnChange(file => { echo.Value = $\"{file.Name} {file.Content.Length} {file.Content.Span[^1]}\"; });",
        "new VBox(upload, echo)",
    ];

    [Fact]
    public async Task With_a_sentence_and_the_page_works_on()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 100_000 }, cells);
        await using var page = await app.OpenPageAsync();
        var upload = await page.ModelAsync("FileUploadModel");

        var refused = await page.UploadAsync(upload, "big.png", new byte[2_000_000]);

        Assert.Contains("the limit is 100 kB", PageClient.Notice(refused));
        var taken = await page.UploadAsync(upload, "small.png", [1, 2, 3]);
        Assert.Contains(taken, message => message.ToJsonString().Contains("small.png 3 3"));
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_passes()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 1_000_000 }, cells);
        await using var page = await app.OpenPageAsync();

        var answers = await page.UploadAsync(await page.ModelAsync("FileUploadModel"), "edge.png", new byte[1_000_000]);

        Assert.Contains(answers, message => message.ToJsonString().Contains("edge.png 1000000 0"));
    }

    [Fact]
    public async Task A_message_that_never_ends_is_cut_off()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 1 }, cells);
        await using var page = await app.OpenPageAsync();
        var part = new byte[1 << 20];

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var megabytes = 0; megabytes < 200; megabytes++)
                await page.Socket.SendAsync(part, System.Net.WebSockets.WebSocketMessageType.Binary, endOfMessage: false, TestApp.Canceled);
        });
    }
}
