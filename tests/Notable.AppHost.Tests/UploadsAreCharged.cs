using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Notable.AppHost.Languages;
using Notable.AppHost.Limits;
using Notable.AppHost.Sessions;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Tests;

/// <summary>Places and bytes are charged while they are held, whichever way a file comes, and given back after. (TestApp looks at the end that all were.)</summary>
public class UploadsAreCharged
{
    private static readonly string[] cells =
    [
        "var upload = new FileUpload(); var image = new Image(); var text = new Text(); var all = new FileUpload { Multiple = true }; var seen = new Label();",
        "upload.OnChange(file => { seen.Value = $\"one {file.Size}\"; }); all.OnChange(file => { seen.Value = $\"many {file.Size}\"; });",
        "new VBox(upload, image, text, all, seen)",
    ];

    private static Task<HttpResponseMessage> PostAsync(TestApp app, PageClient page, string id, long size, long offset, int bytes) =>
        app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Upload(id, size, offset)) { Content = new ByteArrayContent(new byte[bytes]) }, TestApp.Canceled);

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return response.StatusCode;
    }

    private static JsonObject Named(string comm, params string[] ids) => new()
    {
        ["uploads"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
    };

    [Theory]
    [InlineData("a", "b", "nope")]
    [InlineData("nope", "a")]
    [InlineData("a", "a")]
    [InlineData("a", "half")]
    public async Task A_message_that_names_a_wrong_file_takes_none_and_leaks_no_place(params string[] ids)
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        var widget = await page.ModelAsync("ImageModel");
        foreach (var id in (string[])["a", "b"])
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(PostAsync(app, page, id, 0, 0, 0)));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(PostAsync(app, page, "half", 10, 0, 5)));

        await page.SendAsync("comm_msg", new() { ["comm_id"] = widget, ["data"] = new JsonObject() }, metadata: Named(widget, ids));
        Assert.Null(await page.ReceiveAsync());

        Assert.Equal(3, app.Server.ResourceLimits.Files.InUse);
        foreach (var id in (string[])["a", "b", "half"])
            await app.Client.DeleteAsync(page.Upload(id, 0, 0), TestApp.Canceled);
        Assert.Equal(0, app.Server.ResourceLimits.Files.InUse);
        Assert.Equal(0, app.Server.ResourceLimits.Received.InUse);
    }

    [Fact]
    public async Task Bytes_count_as_they_come_and_not_as_they_are_announced()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(PostAsync(app, page, "f", 20_000_000, 0, 0)));
        Assert.Equal(0, app.Server.ResourceLimits.Received.InUse);
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(PostAsync(app, page, "f", 20_000_000, 0, 100_000)));
        Assert.InRange(app.Server.ResourceLimits.Received.InUse, 100_000, 200_000);
    }

    [Fact]
    public async Task Empty_pieces_keep_no_place()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { TimeProvider = time }, cells);
        await using var page = await app.OpenPageAsync();
        await StatusAsync(PostAsync(app, page, "f", 10, 0, 1));
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(25));
            await StatusAsync(PostAsync(app, page, "f", 10, 1, 0));
        }
        Assert.Equal(0, app.Server.ResourceLimits.Files.InUse);
    }

    [Fact]
    public async Task A_file_that_crawls_has_a_deadline()
    {
        var time = new ManualTime();
        await using var app = await TestApp.StartAsync(options => options with { TimeProvider = time }, cells);
        await using var page = await app.OpenPageAsync();
        for (var i = 0; i < 5; i++)
        {
            await StatusAsync(PostAsync(app, page, "f", 1000, i, 1));
            time.Advance(TimeSpan.FromSeconds(50));
        }
        Assert.Equal(0, app.Server.ResourceLimits.Files.InUse);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(PostAsync(app, page, "f", 1000, 5, 1)));
    }

    [Fact]
    public async Task One_visitor_leaves_places_for_the_others()
    {
        await using var app = await TestApp.StartAsync(options => options with { UploadsPerMinute = 0 }, cells);
        await using var greedy = await app.OpenPageAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 70; i++)
            statuses.Add(await StatusAsync(PostAsync(app, greedy, $"f{i}", 2, 0, 1)));
        Assert.Contains(HttpStatusCode.ServiceUnavailable, statuses);
        await using var other = await app.OpenPageAsync();
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(PostAsync(app, other, "f", 2, 0, 1)));
    }

    [Fact]
    public async Task Files_inside_messages_count_like_the_others()
    {
        await using var app = await TestApp.StartAsync(options => options with { UploadsPerMinute = 3 }, cells);
        await using var page = await app.OpenPageAsync();
        var many = (await page.StatesAsync()).Single(state => (string?)state.Value!["model_name"] == "FileUploadModel" && (bool)state.Value["state"]!["multiple"]!).Key;
        for (var i = 1; i <= 3; i++)
            Assert.Contains(await page.UploadAsync(many, "a", new byte[i]), message => message.ToJsonString().Contains($"many {i}"));

        Assert.Contains("Many people", PageClient.Notice(await page.UploadAsync(many, "a", [1])));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(PostAsync(app, page, "f", 2, 0, 1)));
    }

    [Fact]
    public async Task A_widget_for_one_file_takes_one()
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        var states = await page.StatesAsync();
        foreach (var (id, state) in states.Where(state => (string?)state.Value!["model_name"] == "FileUploadModel"))
        {
            var answers = await page.SendFilesAsync(id, 3);
            Assert.Equal((bool)state!["state"]!["multiple"]!, answers.Any(message => message.ToJsonString().Contains("many 1")));
            Assert.DoesNotContain(answers, message => message.ToJsonString().Contains("one 1"));
        }
    }

    [Theory]
    [InlineData("ImageModel", "value")]
    [InlineData("ImageModel", "width")]
    [InlineData("FileUploadModel", "accept")]
    [InlineData("TextModel", "description")]
    [InlineData("LabelModel", "value")]
    public async Task What_a_person_cannot_change_is_not_taken_from_the_page(string model, string attribute)
    {
        await using var app = await TestApp.StartAsync(cells);
        await using var page = await app.OpenPageAsync();
        var states = await page.StatesAsync();
        var (id, before) = states.First(state => (string?)state.Value!["model_name"] == model);

        var answers = await page.UpdateAsync(id, attribute, attribute == "value" && model == "ImageModel" ? null : "mine", attribute == "value" && model == "ImageModel" ? [1, 2, 3] : null);

        Assert.DoesNotContain(answers, message => message.ToJsonString().Contains("echo_update"));
        Assert.Equal(before!["state"]!.ToJsonString(), (await page.StatesAsync())[id]!["state"]!.ToJsonString());
        Assert.Equal(0, app.Server.ResourceLimits.Received.InUse);
    }

    [Fact]
    public async Task What_a_person_writes_is_kept_and_charged_until_the_visit_ends()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 100_000 }, cells);
        await using var page = await app.OpenPageAsync();
        var text = await page.ModelAsync("TextModel");
        await page.UpdateAsync(text, "value", new string('x', 50_000));
        Assert.InRange(app.Server.ResourceLimits.Received.InUse, 100_000, 110_000);

        await page.UpdateAsync(text, "value", new string('y', 300_000));

        Assert.StartsWith("x", (string)(await page.StatesAsync())[text]!["state"]!["value"]!);
        Assert.InRange(app.Server.ResourceLimits.Received.InUse, 100_000, 110_000);
    }

    [Fact]
    public async Task A_message_that_there_is_no_memory_for_is_refused_and_the_page_lives_on()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxUploadBytes = 1_000_000, MaxUploadMemory = 3_100_000 }, cells);
        await using var first = await app.OpenPageAsync();
        await using var second = await app.OpenPageAsync();
        foreach (var page in (PageClient[])[first, second])
            for (var offset = 0; offset < 900_000; offset += 450_000)
                await StatusAsync(PostAsync(app, page, "f", 950_000, offset, 450_000));

        Assert.Contains("Many people", PageClient.Notice(await first.UploadAsync(await first.ModelAsync("TextModel"), "a", new byte[900_000])));
        Assert.Equal(WebSocketState.Open, first.Socket.State);
        Assert.Contains("busy: received bytes", await app.Client.GetStringAsync("healthz", TestApp.Canceled));
    }

    [Fact]
    public async Task A_file_that_comes_as_its_visit_ends_gets_no_place_that_nobody_would_give_back()
    {
        var options = TestApp.Options("app.ipynb", new LogRecorder());
        var resources = new ResourceLimits(options);
        using var addresses = new AddressLimits(options);
        await using var registry = new SessionRegistry(SessionLimits.Of(options), resources, addresses, worker: 0, NullLogger.Instance);
        var notebook = CompiledNotebook.Compile(TestApp.NotebookOf("1"), ScriptEnvironment.Default);
        var session = registry.TryCreate(notebook, VisitorLanguage.Of(new DefaultHttpContext().Request), new Dictionary<string, string>(), "127.0.0.1")!;
        await registry.RemoveAsync(session);

        Assert.Null(session.Files.Begin("late", 1000));
        Assert.Equal(0, resources.Files.InUse);
    }
}
