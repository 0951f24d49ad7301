using System.Net;
using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.AppHost.Tests;

public class OperatorsAreServed
{
    [Fact]
    public async Task With_metrics_that_prometheus_reads()
    {
        await using var app = await TestApp.StartAsync("1");
        await app.Client.GetStringAsync("", TestApp.Canceled);

        using var response = await app.GetAsync("metrics");
        var text = await response.Content.ReadAsStringAsync(TestApp.Canceled);

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("# TYPE notable_visitors gauge\nnotable_visitors 1\n", text);
        Assert.Contains("process_resident_memory_bytes ", text);
        Assert.Matches("notable_sessions_total [1-9]", text);
        Assert.Matches("notable_page_seconds_bucket\\{le=\"\\+Inf\"\\} [1-9]", text);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(# (HELP|TYPE) |[a-z_]+(\\{le=\"[^\"]+\"\\})? [0-9.E+-]+$)", line));
    }

    [Fact]
    public async Task Strangers_do_not_get_them()
    {
        await using var app = await TestApp.StartAsync("1");
        using var near = await app.GetAsync("metrics", ("X-Forwarded-For", "10.1.2.3"));
        using var far = await app.GetAsync("metrics", ("X-Forwarded-For", "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, near.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, far.StatusCode);
    }

    [Fact]
    public async Task Cells_may_be_hidden_by_tags_and_run_all_the_same()
    {
        using var folder = new TemporaryFolder();
        NotebookCell Tagged(string source, string tag, CellKind kind = CellKind.Code) =>
            new(kind, source) { Metadata = new() { ["tags"] = new JsonArray(tag) } };
        new Notebook(
            Tagged("var x = \"all the same\"; Console.WriteLine(\"secret\");", "remove-cell"), Tagged("# Notes", "hide", CellKind.Markdown),
            Tagged("Console.WriteLine(\"silent\");", "hide-output"), new NotebookCell(CellKind.Code, "Console.WriteLine(x);")).Save(folder["app.ipynb"]);
        await using var server = await AppServer.CreateAsync(TestApp.Options(folder["app.ipynb"], new LogRecorder()), TestApp.Canceled);
        using var client = new HttpClient();
        var html = await client.GetStringAsync(server.Address, TestApp.Canceled);
        Assert.Contains("all the same", html);
        Assert.DoesNotContain("secret", html);
        Assert.DoesNotContain("silent", html);
        Assert.DoesNotContain("id=\"notes\"", html);
    }

    [Fact]
    public async Task The_pages_query_reaches_the_notebook()
    {
        await using var app = await TestApp.StartAsync("WidgetManager.Current.Query.GetValueOrDefault(\"colour\", \"none\")");
        Assert.Contains("blue &lt;b&gt;", await app.Client.GetStringAsync("voila/render/app.ipynb?colour=blue+%3Cb%3E", TestApp.Canceled));
        Assert.Contains("none", await app.Client.GetStringAsync("", TestApp.Canceled));
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("https://example.org; script-src *", false)]
    [InlineData("'unsafe-inline'", false)]
    public async Task Sites_may_be_named_that_show_the_app_in_a_frame(string site, bool isTaken)
    {
        if (!isTaken)
        {
            await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { FrameAncestors = [site] }, "1"));
            return;
        }
        await using var app = await TestApp.StartAsync(options => options with { FrameAncestors = [site] }, "1");
        using var response = await app.GetAsync("");
        Assert.EndsWith("frame-ancestors 'self' https://example.org", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }
}
