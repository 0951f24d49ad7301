using Browser.Fixtures;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Browser.Fixtures;

/// <summary>One headless Chromium for all tests: the system's own, not a downloaded one. Tests skip where there is none.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser's executable: <c>CHROMIUM</c>, or where Debian and Ubuntu put it; null where there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : candidates.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            // Chromium's sandbox does not run as root, nor in most containers; the only pages opened are our own.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    /// <summary>A fresh visitor (no cookies, no cache) on a desktop, or on a phone of 390 x 844 points.</summary>
    public async Task<Visitor> VisitorAsync(bool onPhone = false, ColorScheme scheme = ColorScheme.Light, string locale = "en-US")
    {
        if (browser is null)
            Assert.Skip("needs Chromium; on Debian: apt-get install chromium");
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = onPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            DeviceScaleFactor = onPhone ? 3 : 1,
            HasTouch = onPhone,
            IsMobile = onPhone,
            ColorScheme = scheme,
            Locale = locale,
        });
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
