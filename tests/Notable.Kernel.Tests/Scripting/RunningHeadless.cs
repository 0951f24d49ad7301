using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class RunningHeadless
{
    [Fact]
    public async Task Outputs_counts_and_times_are_kept_in_the_notebook()
    {
        var notebook = Notebook("Console.Write(\"one\");", "2");
        notebook.Cells.Insert(1, new NotebookCell(CellKind.Markdown, "between"));
        var report = await Run(notebook);
        Assert.True(report.Succeeded);
        Assert.Equal((2, 2), (report.CellCount, report.CellsRun));
        Assert.Equal([1, null, 2], notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("stream", (string?)notebook.Cells[0].Outputs.Single()!["output_type"]);
        Assert.Equal("2", (string?)notebook.Cells[2].Outputs.Single()!["data"]!["text/plain"]);
        var times = notebook.Cells[2].Metadata["execution"]!;
        var (start, end) = (Time(times["iopub.execute_input"]), Time(times["shell.execute_reply"]));
        Assert.True(start <= end);
        Assert.Equal(notebook.ToJson(), Kernel.Notebooks.Notebook.Parse(notebook.ToJson()).ToJson());
    }

    [Fact]
    public async Task The_first_failing_cell_ends_the_run_and_its_error_is_kept()
    {
        var notebook = Notebook("1", "Console.Write(\"before\"); throw new Exception(\"no\");", "3");
        var report = await Run(notebook);
        Assert.Equal((1, 2, "no"), (report.Failure?.CellIndex, report.Failure?.CellNumber, report.Failure?.Error.Message));
        Assert.Equal(["stream", "error"], notebook.Cells[1].Outputs.Select(output => (string?)output!["output_type"]));
        Assert.Empty(notebook.Cells[2].Outputs);
        Assert.Null(notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Cells_may_be_tagged_to_be_allowed_to_fail_and_to_be_skipped()
    {
        var notebook = Notebook("throw new Exception(\"expected\");", "1 / nonsense", "3");
        notebook.Cells[0].Metadata["tags"] = new JsonArray("raises-exception");
        notebook.Cells[1].Metadata["tags"] = new JsonArray("skip-execution");
        var report = await Run(notebook);
        Assert.True(report.Succeeded);
        Assert.Equal((2, 2), (report.CellCount, report.CellsRun));
        Assert.Equal("error", (string?)notebook.Cells[0].Outputs.Single()!["output_type"]);
        Assert.Empty(notebook.Cells[1].Outputs);
        Assert.Equal("3", (string?)notebook.Cells[2].Outputs.Single()!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_may_fail_may_fail_to_compile()
    {
        var notebook = Notebook("var kept = 2;", "throw new Exception(\"no semicolon\")", "kept + 1");
        notebook.Cells[1].Metadata["tags"] = new JsonArray("raises-exception");
        var report = await Run(notebook);
        Assert.True(report.Succeeded);
        Assert.Equal("CompilationError", (string?)notebook.Cells[1].Outputs.Single()!["ename"]);
        Assert.Equal("3", (string?)notebook.Cells[2].Outputs.Single()!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_found_before_any_runs()
    {
        var notebook = Notebook("Console.Write(\"ran\");", "int x = \"text\";");
        var report = await Run(notebook);
        Assert.Equal((1, 0), (report.Failure?.CellIndex, report.CellsRun));
        Assert.Empty(notebook.Cells[0].Outputs);
        var error = notebook.Cells[1].Outputs.Single()!;
        Assert.Equal("CompilationError", (string?)error["ename"]);
        Assert.Contains("cell 2, line 1, column 9", (string?)error["traceback"]![0]);
    }

    [Theory]
    [InlineData("var until = DateTime.UtcNow.AddSeconds(6); while (DateTime.UtcNow < until) { }")]
    [InlineData("Thread.Sleep(60_000);")]
    [InlineData("await Task.Delay(60_000);")]
    public async Task A_cell_that_takes_too_long_is_stopped(string source)
    {
        var notebook = Notebook($"Console.Write(\"started\"); {source}", "2");
        var report = await NotebookRunner.RunAsync(
            notebook,
            ScriptEnvironment.Default,
            cellTimeout: TimeSpan.FromSeconds(3),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.IsType<TimeoutException>(report.Failure?.Error);
        Assert.Contains("longer than 3 s", report.Failure?.Error.Message);
        Assert.Equal("started", (string?)notebook.Cells[0].Outputs[0]!["text"]);
        Assert.Equal("TimeoutException", (string?)notebook.Cells[0].Outputs[^1]!["ename"]);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_shown()
    {
        using var cancel = new CancellationTokenSource();
        var notebook = Notebook("1", "await Task.Delay(60_000);");
        var progress = new Watcher(step =>
        {
            if (step.Run.Cell.Number == 2)
                cancel.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, progress: progress, cancellationToken: cancel.Token));
        Assert.Equal("1", (string?)notebook.Cells[0].Outputs.Single()!["data"]!["text/plain"]);
        Assert.Equal("OperationCanceledException", (string?)notebook.Cells[1].Outputs.Single()!["ename"]);
    }

    [Fact]
    public async Task Progress_is_told_before_and_after_each_cell_with_its_outputs_as_they_come()
    {
        List<string> seen = [];
        var progress = new Watcher(step =>
        {
            seen.Add($"{step.Run.Cell.Number}/{step.CellCount} {(step.Run.Ended is null ? "starts" : "ended")}");
            if (step.Run.Ended is null)
                step.Run.Target.Changed += change => seen.Add($"{change.Output?["text"]}");
        });
        await NotebookRunner.RunAsync(
            Notebook("Console.Write(\"a\");", "Console.Write(\"b\");"),
            ScriptEnvironment.Default,
            progress: progress,
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["1/2 starts", "a", "1/2 ended", "2/2 starts", "b", "2/2 ended"], seen);
    }

    [Fact]
    public async Task Widgets_are_kept_so_that_the_file_shows_them_elsewhere()
    {
        var notebook = Notebook("new VBox(new Label(\"kept\"))");
        await Run(notebook);
        var state = notebook.Metadata["widgets"]!["application/vnd.jupyter.widget-state+json"]!["state"]!.AsObject();
        var shown = (string)notebook.Cells[0].Outputs.Single()!["data"]!["application/vnd.jupyter.widget-view+json"]!["model_id"]!;
        Assert.Equal("VBoxModel", (string?)state[shown]!["model_name"]);
        Assert.Contains("kept", state.ToJsonString());
    }

    [Fact]
    public async Task Parameters_are_injected_and_stay_visible_in_the_file()
    {
        var notebook = new Notebook(Code("int n = 1;", "parameters"), Code("n * 10"));
        var report = await NotebookRunner.RunAsync(
            notebook,
            ScriptEnvironment.Default,
            new Dictionary<string, string> { ["n"] = "5" },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, report.CellsRun);
        Assert.Equal("50", (string?)notebook.Cells[2].Outputs.Single()!["data"]!["text/plain"]);
    }

    [Fact]
    public async Task Outputs_of_an_earlier_run_are_gone()
    {
        var notebook = Notebook("Console.Write(\"x\");", "throw new Exception();", "3");
        await Run(notebook);
        notebook.Cells[1].Source = "2";
        await Run(notebook);
        Assert.Equal([1, 1, 1], notebook.Cells.Select(cell => cell.Outputs.Count));
    }

    private static DateTimeOffset Time(JsonNode? text) => DateTimeOffset.Parse((string)text!);

    private static Task<RunReport> Run(Notebook notebook) =>
        NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Watcher(Action<CellProgress> watch) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => watch(value);
    }
}
