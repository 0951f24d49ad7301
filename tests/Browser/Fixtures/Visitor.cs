using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Fixtures;

/// <summary>One person's browser window, which notes all that goes wrong in it and every server it talks to.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<Uri> requests = new();

    internal Visitor(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => complaints.Enqueue($"uncaught: {error}");
        page.RequestFailed += (_, request) => complaints.Enqueue($"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                complaints.Enqueue($"{response.Status}: {response.Url}");
        };
        page.Request += (_, request) => requests.Enqueue(new Uri(request.Url));
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console, uncaught errors, requests that failed.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>The servers that requests went to (pictures from memory or from the page itself ask none).</summary>
    public IReadOnlySet<string> Servers =>
        requests.Where(uri => uri.Scheme is not ("data" or "blob")).Select(uri => uri.Authority).ToHashSet();

    /// <summary>Opens a page of an app and waits until its widgets can be used.</summary>
    public async Task OpenAsync(Uri address)
    {
        await Page.GotoAsync(address.ToString());
        await Page.WaitForSelectorAsync("body[data-state=ready]");
    }

    /// <summary>Hands files in at the page's upload button.</summary>
    public async Task UploadAsync(params FilePayload[] files)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Locator(".widget-upload").ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Hands a file of the disk in: for large ones, which take long on their way through the test driver.</summary>
    public async Task UploadAsync(string path)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Locator(".widget-upload").ClickAsync());
        await chooser.SetFilesAsync(path);
    }

    /// <summary>Waits until the page shows a text.</summary>
    public Task SeeAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Writes a picture of the whole page to the folder that <c>NOTABLE_SCREENSHOTS</c> names, if it names one.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("NOTABLE_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
