using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class FilesComeManyWays(BrowserFixture browser)
{
    private const string Hand = """
        ([how, type]) => {
            const file = new File([new Uint8Array([1, 2, 3])], 'hand.png', { type });
            const data = new DataTransfer();
            data.items.add(file);
            const target = how === 'drop' ? document.querySelector('.upload') : document.body;
            target.dispatchEvent(how === 'drop'
                ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
                : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task Dropped_and_pasted_and_only_of_the_right_kind(string how)
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        await visitor.Page.EvaluateAsync(Hand, new[] { how, "text/plain" });
        await visitor.SeeAsync("This kind of file is not accepted here.");
        await visitor.Page.EvaluateAsync(Hand, new[] { how, "image/png" });

        await visitor.SeeAsync("hand.png: 3 bytes");
    }

    [Fact]
    public async Task An_iPhones_as_JPEG_where_the_browser_can_decode_it()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        // Chromium cannot decode HEIC, but it goes by a file's content: what Safari does with HEIC, it does with a PNG of that name.
        var picture = (await EchoApp.PictureAsync(visitor, "")).Buffer;

        await visitor.UploadAsync(new FilePayload { Name = "IMG_0001.HEIC", MimeType = "image/heic", Buffer = picture });
        await visitor.SeeAsync("IMG_0001.jpg: ");
        await visitor.UploadAsync(new FilePayload { Name = "IMG_0002.HEIC", MimeType = "", Buffer = [1, 2, 3] });

        await visitor.SeeAsync("IMG_0002.HEIC: 3 bytes");
    }

    [Fact]
    public async Task From_the_camera_on_phones_alone()
    {
        await using var app = await EchoApp.StartAsync();
        await using var phone = await browser.VisitorAsync(onPhone: true);
        await using var desktop = await browser.VisitorAsync();
        foreach (var visitor in (Visitor[])[phone, desktop])
        {
            await visitor.Page.AddInitScriptAsync("navigator.mediaDevices.enumerateDevices = () => Promise.resolve([{ kind: 'videoinput' }])");
            await visitor.OpenAsync(app.Address);
        }
        Assert.True(await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Take a photo" }).IsVisibleAsync());
        Assert.Equal(1, await phone.Page.Locator("input[capture=environment]").CountAsync());
        Assert.False(await desktop.Page.Locator(".upload-camera").IsVisibleAsync());
    }

    [Fact]
    public async Task A_slow_one_shows_how_far_it_is_and_can_be_given_up()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        var held = new TaskCompletionSource();
        var pieces = 0;
        await visitor.Page.RouteAsync("**/uploads/*", async route =>
        {
            if (route.Request.Method == "POST" && ++pieces == 3)
                await held.Task;
            await route.ContinueAsync();
        });

        await visitor.UploadAsync(new FilePayload { Name = "slow.png", MimeType = "image/png", Buffer = new byte[3_000_000] });

        await visitor.SeeAsync("Sending slow.png");
        await Assertions.Expect(visitor.Page.Locator("progress")).ToHaveJSPropertyAsync("value", 1_048_576);
        await visitor.ScreenshotAsync("desktop-sending");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await visitor.Page.Locator("progress").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        held.SetResult();
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "next.png"));
        await visitor.SeeAsync("next.png:");
    }

    [Fact]
    public async Task A_piece_that_was_lost_is_sent_again()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        var pieces = 0;
        await visitor.Page.RouteAsync("**/uploads/*", route => route.Request.Method == "POST" && ++pieces == 2 ? route.AbortAsync() : route.ContinueAsync());

        await visitor.UploadAsync(new FilePayload { Name = "shaky.png", MimeType = "image/png", Buffer = new byte[1_500_000] });

        await visitor.SeeAsync("shaky.png: 1500000 bytes");
    }
}
