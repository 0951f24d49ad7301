using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Benchmarks.App;
using Benchmarks.Measuring;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>The supervisor and its workers, as processes.</summary>
public sealed partial class AppsStayUp : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly HttpClient client = new() { Timeout = patience };
    private Process supervisor = null!;

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Write("first");
        supervisor = Command.Start(folder.Path, ["app", "app.ipynb", "--port", "0", "--handler-timeout", "1"]);
        Keep(supervisor.StandardOutput);
        Keep(supervisor.StandardError);
        client.BaseAddress = new Uri((await LineAsync(WhereItIs())).Groups[1].Value);
    }

    [Fact]
    public async Task A_worker_that_is_killed_is_replaced_and_visitors_wait_meanwhile()
    {
        Assert.Contains("first", await PageAsync());

        using (var worker = Process.GetProcessById(Workers().Single()))
        {
            worker.Kill();
            await worker.WaitForExitAsync(Canceled);
        }
        // A connection that the dead one had taken is gone with it: a new one, as browsers make.
        using var fresh = new HttpClient { Timeout = patience };
        var page = await fresh.GetStringAsync(client.BaseAddress, Canceled);

        Assert.Contains("first", page);
        Assert.DoesNotContain("   at ", page);
        await LineAsync(new Regex("Worker 1 ended unexpectedly"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("healthz", Canceled)).StatusCode);
    }

    [Fact]
    public async Task A_notebook_changed_on_disk_is_taken_up_and_one_that_is_broken_is_not()
    {
        Assert.Contains("first", await PageAsync());

        Write("nonsense", code: "this is no C#");
        await LineAsync(new Regex("Worker 2 could not take over"));
        Assert.Contains("first", await PageAsync());
        Write("second one");
        await LineAsync(new Regex("Worker 3 serves new visitors"));

        await PageWithAsync("second one", client);
    }

    [Fact]
    public async Task Visitors_of_the_notebook_before_finish_there_also_over_new_connections()
    {
        Write("with uploads", code: """
            var upload = new FileUpload(); var echo = new Label();
            upload.OnChange(file => { echo.Value = $"got {file.Size} sure"; });
            new VBox(upload, echo)
            """);
        await LineAsync(new Regex("Worker 2 serves new visitors"));
        using var each = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = patience };
        using var visitor = await AppVisitor.ComeAsync(each, client.BaseAddress!);
        Write("third");
        await LineAsync(new Regex("Worker 3 serves new visitors"));

        var heard = await visitor.AskAsync("a.bin", new byte[1_000_000]);

        Assert.Contains("got 1000000", heard);
        await PageWithAsync("third", each);
        await visitor.LeaveAsync();
        // The last visitor has left: worker 2 ends.
        for (var tries = 0; tries < 200 && Workers().Length > 1; tries++)
            await Task.Delay(100, Canceled);
        Assert.Single(Workers());
    }

    [Fact]
    public async Task It_ends_whole_with_ctrl_c()
    {
        var worker = Workers().Single();

        Command.Interrupt(supervisor);
        await supervisor.WaitForExitAsync(Canceled).WaitAsync(patience, Canceled);

        Assert.False(Directory.Exists($"/proc/{worker}"));
        await Assert.ThrowsAsync<HttpRequestException>(PageAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (!supervisor.HasExited)
            supervisor.Kill(entireProcessTree: true);
        await supervisor.WaitForExitAsync().WaitAsync(patience);
        supervisor.Dispose();
        client.Dispose();
        folder.Dispose();
    }

    private Task<string> PageAsync() => client.GetStringAsync("", Canceled);

    /// <summary>Waits for a page that says something: the supervisor tells of a take-over when the workers are only just told.</summary>
    private async Task PageWithAsync(string text, HttpClient from)
    {
        for (var tries = 0; !(await from.GetStringAsync(client.BaseAddress, Canceled)).Contains(text); tries++)
        {
            Assert.True(tries < 200, $"no page says '{text}'");
            await Task.Delay(100, Canceled);
        }
    }

    // A child counts as that of the thread which started it.
    private int[] Workers() =>
        [.. Directory.GetDirectories($"/proc/{supervisor.Id}/task").Select(thread => File.ReadAllText($"{thread}/children"))
            .SelectMany(ids => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    private void Write(string title, string code = "1") =>
        new Notebook(new NotebookCell(CellKind.Markdown, $"# {title}"), new NotebookCell(CellKind.Code, code)).Save(folder["app.ipynb"]);

    private void Keep(StreamReader reader) => _ = Task.Run(async () =>
    {
        while (await reader.ReadLineAsync() is { } line)
            lines.Enqueue(line);
    });

    private async Task<Match> LineAsync(Regex wanted)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < patience)
        {
            if (lines.Select(line => wanted.Match(line)).FirstOrDefault(match => match.Success) is { } found)
                return found;
            await Task.Delay(50, Canceled);
        }
        throw new TimeoutException($"no line with '{wanted}' in:\n{string.Join('\n', lines)}");
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex WhereItIs();
}
