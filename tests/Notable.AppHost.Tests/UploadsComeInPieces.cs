using System.Net;
using System.Net.WebSockets;

namespace Notable.AppHost.Tests;

public class UploadsComeInPieces
{
    private static readonly string[] cells =
    [
        "var upload = new FileUpload(); var echo = new Label();",
        "upload.OnChange(file => { echo.Value = $\"{file.Name} {file.Content.Length} {file.Content.Span[^1]}\"; });",
        "new VBox(upload, echo)",
    ];

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, PageClient page, string id, long size, long offset, byte[] piece, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page.Upload(id, size, offset)) { Content = new ByteArrayContent(piece) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await app.Client.SendAsync(request, TestApp.Canceled);
    }

    [Fact]
    public async Task And_are_the_files_of_the_message_that_names_them()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        using var first = await SendAsync(app, page, "f", 700_000, 0, new byte[400_000]);
        using var second = await SendAsync(app, page, "f", 700_000, 400_000, [.. new byte[299_999], 7]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal("700000", Assert.Single(second.Headers.GetValues("Upload-Offset")));

        var answers = await page.HandInAsync(await page.ModelAsync("FileUploadModel"), "a.png", "f");

        Assert.Contains(answers, message => message.ToJsonString().Contains("a.png 700000 7"));
        Assert.Contains("notable_uploads 0\n", await app.Client.GetStringAsync("metrics", TestApp.Canceled));
    }

    [Fact]
    public async Task A_piece_that_is_not_the_next_one_is_told_where_to_go_on()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        using var first = await SendAsync(app, page, "f", 100, 0, new byte[40]);
        using var again = await SendAsync(app, page, "f", 100, 0, new byte[40]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("40", Assert.Single(again.Headers.GetValues("Upload-Offset")));
        using var tooMuch = await SendAsync(app, page, "f", 100, 40, new byte[61]);
        Assert.Equal(HttpStatusCode.Conflict, tooMuch.StatusCode);
    }

    [Fact]
    public async Task Files_and_pieces_that_are_too_large_are_refused()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 1_000_000 }, cells);
        await using var page = await app.OpenPageAsync();
        using var file = await SendAsync(app, page, "f", 1_000_001, 0, new byte[10]);
        using var piece = await SendAsync(app, page, "f", 1_000_000, 0, new byte[600_000]);
        using var one = await SendAsync(app, page, "g", 700_000, 0, new byte[10]);
        using var other = await SendAsync(app, page, "h", 700_000, 0, new byte[10]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, file.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, piece.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, one.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, other.StatusCode);
    }

    [Fact]
    public async Task Where_there_is_no_room_they_are_asked_to_come_again()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploads = 1 }, cells);
        await using var anna = await app.OpenPageAsync();
        await using var ben = await app.OpenPageAsync();
        using var first = await SendAsync(app, anna, "f", 10, 0, new byte[5]);
        using var refused = await SendAsync(app, ben, "f", 10, 0, new byte[5]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);

        using var given = await app.Client.DeleteAsync(anna.Upload("f", 0, 0), TestApp.Canceled);
        using var taken = await SendAsync(app, ben, "f", 10, 0, new byte[5]);
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
    }

    [Fact]
    public async Task One_that_stops_coming_gives_its_place_back()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { MaxUploads = 1, TimeProvider = time }, cells);
        await using var page = await app.OpenPageAsync();
        using var first = await SendAsync(app, page, "f", 10, 0, new byte[5]);
        time.Advance(TimeSpan.FromSeconds(90));
        using var second = await SendAsync(app, page, "g", 10, 0, new byte[5]);
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
    }

    [Fact]
    public async Task Other_sites_and_strangers_are_refused()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        using var foreign = await SendAsync(app, page, "f", 10, 0, new byte[5], origin: "https://example.org");
        using var stranger = await app.Client.PostAsync("api/session/0-00/uploads/f?size=10&offset=0", new ByteArrayContent(new byte[5]), TestApp.Canceled);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task A_message_with_a_file_that_did_not_come_is_none_of_our_page()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        var upload = await page.ModelAsync("FileUploadModel");
        await Assert.ThrowsAsync<InvalidOperationException>(() => page.HandInAsync(upload, "a.png", "nothing"));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, page.Socket.CloseStatus);
    }

    [Fact]
    public async Task An_address_may_not_upload_without_end()
    {
        await using var app = await TestApp.StartAsync(options => options with { UploadsPerMinute = 1 }, cells);
        await using var page = await app.OpenPageAsync();
        using var first = await SendAsync(app, page, "f", 10, 0, new byte[5]);
        using var second = await SendAsync(app, page, "g", 10, 0, new byte[5]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }
}
