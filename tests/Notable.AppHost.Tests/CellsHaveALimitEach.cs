using System.Text;
using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.AppHost.Tests;

public class CellsHaveALimitEach
{
    [Fact]
    public async Task Several_that_keep_to_it_may_take_longer_together()
    {
        await using var app = await TestApp.StartAsync(
            options => options with { HandlerTimeout = TimeSpan.FromSeconds(1) },
            "await Task.Delay(600); 1", "await Task.Delay(600); 2", "await Task.Delay(600); 3");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        Assert.Contains("<pre class=\"output-text\">3</pre>", html);
    }

    [Fact]
    public async Task One_that_does_not_is_told_in_its_place_and_the_rest_is_not_run()
    {
        await using var app = await TestApp.StartAsync(
            options => options with { HandlerTimeout = TimeSpan.FromSeconds(0.5) },
            "# Title", "1", "if (WidgetManager.Current.Query.Count > 0) while (true) { }", "3");
        var html = await app.Client.GetStringAsync("?slow=1", TestApp.Canceled);
        Assert.Contains("<pre class=\"output-text\">1</pre>", html);
        Assert.Contains("Something went wrong", html);
        Assert.DoesNotContain("<pre class=\"output-text\">3</pre>", html);
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("took longer than 0.5 s"));
    }

    [Fact]
    public async Task The_page_comes_while_a_slow_cell_runs()
    {
        await using var app = await TestApp.StartAsync("# Title", "if (WidgetManager.Current.Query.Count > 0) await Task.Delay(5000);", "# End");
        using var response = await app.Client.GetAsync("?slow=1", HttpCompletionOption.ResponseHeadersRead, TestApp.Canceled).WaitAsync(TimeSpan.FromSeconds(4), TestApp.Canceled);
        await using var body = await response.Content.ReadAsStreamAsync(TestApp.Canceled);
        var (part, seen) = (new byte[64 * 1024], "");
        while (!seen.Contains("<h1"))
            seen += Encoding.UTF8.GetString(part, 0, await body.ReadAsync(part, TestApp.Canceled).AsTask().WaitAsync(TimeSpan.FromSeconds(4), TestApp.Canceled));
        Assert.DoesNotContain("id=\"end\"", seen);
        Assert.Contains("id=\"end\"", await new StreamReader(body).ReadToEndAsync(TestApp.Canceled));
    }

    [Fact]
    public async Task A_cell_that_may_fail_does_not_end_the_page_and_one_that_is_skipped_does_not_run()
    {
        using var folder = new TemporaryFolder();
        NotebookCell Tagged(string source, string tag) => new(CellKind.Code, source) { Metadata = new() { ["tags"] = new JsonArray(tag) } };
        new Notebook(
            Tagged("Console.WriteLine(\"before\"); throw new Exception(\"expected\");", "raises-exception"),
            Tagged("Console.WriteLine(\"skipped\");", "skip-execution"), new NotebookCell(CellKind.Code, "Console.WriteLine(\"after\");")).Save(folder["app.ipynb"]);
        var log = new LogRecorder();
        await using var server = await AppServer.CreateAsync(TestApp.Options(folder["app.ipynb"], log), TestApp.Canceled);
        using var client = new HttpClient();
        var html = await client.GetStringAsync(server.Address, TestApp.Canceled);
        Assert.Contains("before", html);
        Assert.Contains("after", html);
        Assert.DoesNotContain("skipped", html);
        Assert.DoesNotContain("went wrong", html);
    }
}
