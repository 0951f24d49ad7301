using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class LostConnectionsAreShown(BrowserFixture browser)
{
    [Fact]
    public async Task And_come_back_with_all_that_was_there()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        var routes = new Queue<IWebSocketRoute>();
        var blocked = new TaskCompletionSource();
        await visitor.Page.RouteWebSocketAsync("**/channels", async route =>
        {
            if (routes.Count == 1)
                await blocked.Task;
            route.ConnectToServer();
            routes.Enqueue(route);
        });
        await visitor.OpenAsync(app.Address);
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "before.png"));
        await visitor.SeeAsync("before.png:");

        await routes.Peek().CloseAsync();

        await visitor.SeeAsync("The connection is lost. Trying again");
        await visitor.ScreenshotAsync("desktop-lost");
        blocked.SetResult();
        await visitor.Page.Locator("#banner").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await visitor.SeeAsync("before.png:");
        // A browser decodes a picture after it has been set.
        await visitor.Page.WaitForFunctionAsync("document.querySelector('.widget-image').naturalWidth > 300");
        await visitor.UploadAsync(await EchoApp.PictureAsync(visitor, "after.png"));
        await visitor.SeeAsync("after.png:");
    }

    [Fact]
    public async Task And_a_visit_that_has_ended_offers_a_fresh_start()
    {
        await using var app = await EchoApp.StartAsync();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        await app.Server.DisposeAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).WaitForAsync();
    }
}
