using System.Security.Cryptography;
using Browser.Fixtures;
using Microsoft.Playwright;
using Notable;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Browser;

/// <summary>A C# notebook with widgets in a front end that is not ours.</summary>
public class ClassicNotebookWorks(BrowserFixture browser)
{
    private static readonly string[] cells =
    [
        "# A note, and widgets that look at it\n\nC# in Jupyter Notebook: the note below is drawn by code.",
        "Notable.SampleNotes.Draw(100, seed: 3)",
        """
        var upload = new FileUpload { Accept = "image/*", Description = "Choose a note" };
        var photo  = new Image { Width = "260" };
        var answer = new Label("none chosen yet");
        var bar    = new IntProgress { Max = 3, Description = "looked at" };
        upload.OnChange(file => {
            photo.Value  = file.Content;
            answer.Value = $"{file.Name}, {file.Size} bytes, {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content.Span))[..12]}";
            bar.Value++;
        });
        new VBox(upload, photo, answer, bar)
        """,
        """
        var count = 0;
        var button = new Button("Count") { Icon = "check", ButtonStyle = "primary" };
        var knob   = new IntSlider { Description = "knob", Max = 9 };
        var said   = new Label("knob at 0");
        button.OnClick(() => { bar.Value = ++count; Console.WriteLine($"clicked {count}"); });
        knob.OnChange(value => said.Value = $"knob at {value}");
        new HBox(button, knob, said)
        """,
        "Interactive((int epochs, bool flip) => $\"{epochs} epochs{(flip ? \", flipped\" : \"\")}\", new { epochs = (1, 9) })",
    ];

    [Fact]
    public async Task Uploads_buttons_labels_and_bars_make_the_round_trip()
    {
        await using var visitor = await browser.VisitorAsync();
        await using var server = await NotebookServer.StartAsync(cells);
        var note = SampleNotes.Draw(50, seed: 5).ToJpeg();
        await server.OpenAsync(visitor);
        await NotebookServer.RunAllAsync(visitor);
        await visitor.SeeAsync("none chosen yet");

        await visitor.UploadAsync(new FilePayload { Name = "note.jpg", MimeType = "image/jpeg", Buffer = note });
        await visitor.SeeAsync($"note.jpg, {note.Length} bytes, {Convert.ToHexStringLower(SHA256.HashData(note))[..12]}");
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('.widget-image').naturalWidth > 0");
        await visitor.SeeBarAsync(1);

        var button = visitor.Page.Locator(".jupyter-button", new() { HasText = "Count" });
        await button.ClickAsync();
        await visitor.SeeBarAsync(1);
        await button.ClickAsync();
        await visitor.SeeBarAsync(2);

        // Each move waits for the kernel's idle of the one before.
        var handle = visitor.Page.Locator(".widget-slider .noUi-handle").First;
        for (var step = 1; step <= 4; step++)
        {
            await handle.PressAsync("ArrowRight");
            await visitor.SeeAsync($"knob at {step}");
        }
        await visitor.SeeAsync("5 epochs");
        await visitor.Page.GetByLabel("flip").ClickAsync();
        await visitor.SeeAsync("5 epochs, flipped");
        await visitor.ScreenshotAsync("classic-notebook");

        // A page that is loaded anew takes the widgets over as they are.
        await visitor.Page.EvaluateAsync("Jupyter.notebook.save_notebook()");
        await server.OpenAsync(visitor);
        await visitor.SeeAsync("knob at 4");
        await visitor.SeeBarAsync(2);
        await button.ClickAsync();
        await visitor.SeeBarAsync(3);
        Assert.DoesNotContain(visitor.Complaints, complaint => !IsNotebooksOwn(complaint));
        Assert.Single(visitor.Servers);
    }

    [Fact]
    public async Task The_app_notebook_names_its_button_and_shows_photos_at_their_own_size()
    {
        await using var visitor = await browser.VisitorAsync();
        var cells = Notebook.Open(Repository.Path("notebooks", "app.ipynb")).Cells.Where(cell => cell.Kind == CellKind.Code);
        await using var server = await NotebookServer.StartAsync(
            [.. cells.Select(cell => cell.Source.Replace("models/", Repository.Path("notebooks", "models") + "/", StringComparison.Ordinal))]);
        await server.OpenAsync(visitor);
        await NotebookServer.RunAllAsync(visitor);

        // A picture without content would be shown as a broken one.
        await Assertions.Expect(visitor.Page.Locator(".widget-image:visible")).ToHaveCountAsync(2);
        var button = visitor.Page.Locator(".widget-upload");
        await Assertions.Expect(button).ToContainTextAsync("Upload");
        Assert.True(await button.EvaluateAsync<bool>("button => button.scrollWidth <= button.clientWidth"), "the button's text is cut off");
        await visitor.UploadAsync(new FilePayload { Name = "note.jpg", MimeType = "image/jpeg", Buffer = SampleNotes.Draw(50, seed: 5).ToJpeg() });
        var photo = visitor.Page.Locator(".photo-answer ~ .widget-image").First;
        await Assertions.Expect(photo).ToHaveJSPropertyAsync("naturalWidth", 480);
        Assert.Equal(480, await photo.EvaluateAsync<int>("image => image.width"));
        Assert.True(await photo.EvaluateAsync<bool>("image => Math.abs(image.width / image.height - image.naturalWidth / image.naturalHeight) < 0.01"), "the photo is distorted");
    }

    // It warns of things of its own, and asks for the extension of Python's widgets, which is not there.
    private static bool IsNotebooksOwn(string complaint) =>
        complaint.StartsWith("console warning", StringComparison.Ordinal) || complaint.Contains("nbextensions/widgets/", StringComparison.Ordinal);
}

internal static class Bars
{
    /// <summary>Waits until the page's first bar of three is filled so far.</summary>
    public static Task SeeBarAsync(this Visitor visitor, int ofThree) => visitor.Page.WaitForFunctionAsync(
        "part => Math.abs(parseFloat(document.querySelector('.widget-hprogress .progress-bar')?.style.width) - part) < 1", 100.0 * ofThree / 3);
}
