using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Widgets;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class BackgroundExceptions
{
    private const string Late = "Thread.Sleep(100);";

    [Theory]
    [InlineData("async void T() { await Task.Delay(10); throw new Exception(\"stray\"); } T();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"stray\"));")]
    [InlineData("new Thread(() => throw new Exception(\"stray\")).Start();")]
    [InlineData("var timer = new Timer(_ => throw new Exception(\"stray\"), null, 10, -1);")]
    [InlineData("var timer = new System.Timers.Timer(10) { AutoReset = false }; timer.Elapsed += async (_, _) => { await Task.Yield(); throw new Exception(\"stray\"); }; timer.Start();")]
    [InlineData("Task.Run(async () => { void Throw() => throw new Exception(\"stray\"); new Thread(Throw).Start(); await Task.Yield(); }).Wait();")]
    public async Task Are_shown_in_the_cell_and_the_session_goes_on(string source)
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        var target = new RecordingTarget();
        await session.RunAsync("var kept = 41;", 1, new RecordingTarget());
        Assert.Null((await session.RunAsync($"{source} {Late}", 2, target)).Error);
        // A busy machine starts a thread late; what it throws still belongs to the cell.
        for (var i = 0; i < 100 && target.Outputs.Count == 0; i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var shown = Assert.Single(target.Outputs);
        Assert.Equal("stderr", (string?)shown!["name"]);
        Assert.Contains("System.Exception: stray", (string?)shown["text"]);
        Assert.Contains("cell 2, line 1", (string?)shown["text"]);
        Assert.Equal("42", (await session.RunAsync("kept + 1", 3, target)).Value?.PlainText);
    }

    [Fact]
    public async Task Of_tasks_that_nobody_awaits_are_shown_when_the_task_is_collected()
    {
        using var session = new InteractiveSession(ScriptEnvironment.Default, new NoChannel());
        var target = new RecordingTarget();
        await session.RunAsync("void Start() => Task.Run(() => throw new Exception(\"lost\")); Start(); Thread.Sleep(100);", 1, target);
        for (var i = 0; i < 50 && target.Outputs.Count == 0; i++)
        {
            await session.RunAsync("GC.Collect(); GC.WaitForPendingFinalizers(); Thread.Sleep(20);", 2 + i, new RecordingTarget());
        }
        Assert.Contains("System.Exception: lost", (string?)Assert.Single(target.Outputs)!["text"]);
    }

    [Fact]
    public async Task End_a_headless_run_after_the_cell_with_the_reason_in_the_notebook()
    {
        var notebook = Notebook("1", $"async void T() {{ await Task.Delay(10); throw new Exception(\"stray\"); }} T(); Thread.Sleep(2000);", "3");
        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((2, "stray", 1), (report.Failure?.CellNumber, report.Failure?.Error.Message, report.CellsRun));
        Assert.Equal("stray", (string?)Assert.Single(notebook.Cells[1].Outputs)!["evalue"]);
        Assert.Empty(notebook.Cells[2].Outputs);
    }

    [Fact]
    public async Task Of_an_earlier_cell_end_a_headless_run_too()
    {
        var notebook = Notebook("new Thread(() => { Thread.Sleep(500); throw new Exception(\"stray\"); }).Start();", "Thread.Sleep(3000); 2", "3");
        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((1, "stray"), (report.Failure?.CellNumber, report.Failure?.Error.Message));
        Assert.Equal("stray", (string?)Assert.Single(notebook.Cells[0].Outputs)!["evalue"]);
        Assert.Equal("2", (string?)Assert.Single(notebook.Cells[1].Outputs)!["data"]!["text/plain"]);
        Assert.Empty(notebook.Cells[2].Outputs);
    }

    [Fact]
    public async Task Of_handlers_are_told_to_the_host()
    {
        var session = await RunAsync("var b = new Button(); b.OnClick(() => new Thread(() => throw new Exception(\"stray\")).Start()); b");
        var told = new TaskCompletionSource<Exception>();
        session.BackgroundFailed += told.SetResult;
        var button = session.Widgets.Widgets.Single(widget => widget is Button);
        JsonObject click = new() { ["method"] = "custom", ["content"] = new JsonObject { ["event"] = "click" } };
        await session.ReceiveAsync(new CommMessage(CommKind.Message, button.ModelId, null, click, [], []), TestContext.Current.CancellationToken);
        Assert.Equal("stray", (await told.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)).Message);
    }
}
