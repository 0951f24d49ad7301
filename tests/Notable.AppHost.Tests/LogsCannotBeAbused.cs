using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;

namespace Notable.AppHost.Tests;

public class LogsCannotBeAbused
{
    private static async Task<string> RawAsync(TestApp app, string request, bool closes = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Server.Address.Host, app.Server.Address.Port, TestApp.Canceled);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("HOST", app.Server.Address.Authority)), TestApp.Canceled);
        if (closes)
            client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            return await new StreamReader(stream).ReadToEndAsync(TestApp.Canceled).WaitAsync(TimeSpan.FromSeconds(30), TestApp.Canceled);
        }
        catch (IOException)
        {
            // Reset: there was nothing more to say.
            return "";
        }
    }

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\nhalf", true, "")]
    [InlineData("Content-Length: 1000\r\n\r\nhalf", false, "HTTP/1.1 408")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n", false, "HTTP/1.1 400")]
    public async Task A_body_that_breaks_off_or_makes_no_sense_is_answered_without_a_stack_and_without_the_sessions_key(string body, bool closes, string status)
    {
        await using var app = await TestApp.StartAsync(options => options with { SlowClientTimeout = TimeSpan.FromSeconds(2) }, "1");
        await using var page = await app.OpenPageAsync();
        var (path, key) = (page.Upload("secret-name", 1000, 0), page.Channels.Fragment[1..]);

        var answer = await RawAsync(app, $"POST {path.PathAndQuery} HTTP/1.1\r\nHost: HOST\r\nNotable-Key: {key}\r\n{body}", closes);

        Assert.StartsWith(status, answer);
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Error is not null || entry.Level >= LogLevel.Error);
        Assert.All(app.Log.Entries, entry => Assert.DoesNotContain("secret-name", entry.Text));
        Assert.All(app.Log.Entries, entry => Assert.DoesNotContain(key, entry.Text));
        if (!closes)
            Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("/api/session/{id}/uploads/{file} was aborted"));
    }

    [Fact]
    public async Task The_name_in_an_address_lets_nobody_in()
    {
        await using var app = await TestApp.StartAsync("1");
        await using var page = await app.OpenPageAsync();
        using var socket = await PageClient.ConnectAsync(new UriBuilder(page.Channels) { Fragment = "" }.Uri, origin: null);
        Assert.Equal(System.Net.WebSockets.WebSocketMessageType.Close, (await socket.ReceiveAsync(new byte[10], TestApp.Canceled)).MessageType);
        Assert.Equal(4404, (int)socket.CloseStatus!);
        using var upload = await app.Client.PostAsync(new UriBuilder(page.Upload("f", 1, 0)) { Fragment = "" }.Uri, new ByteArrayContent([1]), TestApp.Canceled);
        Assert.Equal(HttpStatusCode.NotFound, upload.StatusCode);
    }

    [Fact]
    public async Task Unknown_names_in_one_message_make_one_line()
    {
        await using var app = await TestApp.StartAsync("var text = new Text(); text");
        await using var page = await app.OpenPageAsync();
        var text = await page.ModelAsync("TextModel");
        var state = new JsonObject();
        for (var i = 0; i < 1000; i++)
            state[$"unknown{i}"] = 1;
        await page.ReceiveUntilIdleAsync(await page.SendAsync("comm_msg", new() { ["comm_id"] = text, ["data"] = new JsonObject { ["method"] = "update", ["state"] = state } }));
        await page.StatesAsync();
        Assert.Single(app.Log.Entries, entry => entry.Text.Contains("was ignored"));
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("and 999 more in the same message"));
    }

    [Fact]
    public async Task A_long_origin_is_cut_and_its_escapes_are_shown()
    {
        await using var app = await TestApp.StartAsync("1");
        await RawAsync(app, $"POST /api/session/0-0/uploads/f HTTP/1.1\r\nHost: HOST\r\nOrigin: http://a\u001b[31m{new string('x', 8000)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/session/0-0/uploads/f");
        request.Headers.TryAddWithoutValidation("Origin", "http://" + new string('y', 8000));
        using var response = await app.Client.SendAsync(request, TestApp.Canceled);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.All(app.Log.Entries, entry => Assert.True(entry.Text.Length < 1000 && !entry.Text.Contains('\u001b')));
    }

    [Fact]
    public void One_kind_of_entry_is_written_so_often_and_then_counted()
    {
        var (time, recorder) = (new ManualTime(), new LogRecorder());
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(recorder));
        var log = HostLog.Create(logs, time);
        for (var i = 0; i < 1000; i++)
            log.ForeignOrigin(i.ToString(CultureInfo.InvariantCulture));
        log.WrongToken("another kind");
        Assert.Equal(21, recorder.Entries.Count);
        time.Advance(TimeSpan.FromMinutes(2));
        log.ForeignOrigin("later");
        Assert.Contains(recorder.Entries, entry => entry.Text.StartsWith("980 more", StringComparison.Ordinal));
        Assert.Equal(23, recorder.Entries.Count);
    }

    [Theory]
    [InlineData("two\nlines", "two\\u000alines")]
    [InlineData("\u001b[2Jgone", "\\u001b[2Jgone")]
    [InlineData("turned\u202eround", "turned\\u202eround")]
    [InlineData("plain äöü 中文", "plain äöü 中文")]
    public void What_comes_from_outside_begins_no_line_and_moves_no_cursor(string text, string written)
    {
        var recorder = new LogRecorder();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(recorder));
        HostLog.Create(logs, TimeProvider.System).WrongToken(text);
        Assert.Equal($"{written} tried a wrong token", Assert.Single(recorder.Entries).Text);
    }

    [Fact]
    public void An_exception_keeps_its_lines_and_loses_its_escapes()
    {
        var recorder = new LogRecorder();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(recorder));
        var error = new InvalidOperationException("from a visitor: \u001b[31mred");
        HostLog.Create(logs, TimeProvider.System).HandlerFailed(error, "REF", "session");
        var written = Assert.Single(recorder.Entries).Error!.ToString();
        Assert.Contains("InvalidOperationException: from a visitor: \\u001b[31mred", written);
        Assert.DoesNotContain('\u001b', written);
    }
}
