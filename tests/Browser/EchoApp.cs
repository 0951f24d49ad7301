using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

/// <summary>An app that says what it was given and shows it again.</summary>
public static class EchoApp
{
    private static readonly string[] cells =
    [
        """
        # What did you send?

        Choose a **picture** from this device. It stays on this page, and nobody else sees it.
        """,
        """
        var upload = new FileUpload { Accept = "image/*", Description = "Choose a photo" };
        var photo = new Image();
        var answer = new Label();
        upload.OnChange(file =>
        {
            if (file.Name.Contains("broken"))
                throw new InvalidDataException("a detail that is the author's own business");
            photo.Value = file.Content;
            answer.Value = $"{file.Name}: {file.Size} bytes";
        });
        """,
        "new VBox(upload, photo, answer)",
        "# \n\n| shown | hidden |\n|---|---|\n| answers | code |",
    ];

    public static Task<AppFixture> StartAsync() => AppFixture.StartAsync(cells);

    /// <summary>A picture to upload: what the visitor's own window looks like.</summary>
    public static async Task<FilePayload> PictureAsync(Visitor visitor, string name) =>
        new() { Name = name, MimeType = "image/png", Buffer = await visitor.Page.ScreenshotAsync() };
}
