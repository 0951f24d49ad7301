using System.Text.Json;
using Browser.Fixtures;
using Microsoft.Playwright;
using Notable;
using Notable.Testing;

namespace Browser;

public class PagesAreAccessible(BrowserFixture browser, BillsApp app)
{
    /// <summary>What axe-core finds that is serious or critical, as rule and first place.</summary>
    private static async Task<string[]> TroubleAsync(IPage page)
    {
        var packages = await NodePackages.InstallAsync("lib", "Notable.AppHost", "web");
        var axe = Path.Combine(packages, "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>(
            "axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes[0].html}`))");
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Before_and_after_an_answer_and_with_all_unfolded(ColorScheme scheme)
    {
        await using var visitor = await browser.VisitorAsync(scheme: scheme);
        await visitor.OpenAsync(app.Address);
        Assert.Empty(await TroubleAsync(visitor.Page));

        await visitor.UploadAsync(new FilePayload { Name = "note.jpg", MimeType = "image/jpeg", Buffer = SampleNotes.Draw(100, seed: 3).ToJpeg() });
        foreach (var question in await visitor.Page.Locator(".widget-toggle-button").AllAsync())
        {
            await question.ClickAsync();
            await Assertions.Expect(question).ToHaveAttributeAsync("aria-pressed", "true");
        }
        await visitor.Page.Locator(".photo-answer-bars [role=meter]").First.WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator(".photo-answer ~ .widget-image").Last).ToHaveJSPropertyAsync("naturalWidth", 480);
        await visitor.ScreenshotAsync($"bills-unfolded-{scheme}");

        Assert.Empty(await TroubleAsync(visitor.Page));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_an_answer()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        var example = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "$100" });
        for (var presses = 0; presses < 10 && !await example.EvaluateAsync<bool>("button => button === document.activeElement"); presses++)
            await visitor.Page.Keyboard.PressAsync("Tab");

        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.Page.Locator(".photo-answer[aria-live=polite]").GetByText("sure").WaitForAsync();
    }
}
