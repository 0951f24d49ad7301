using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

public class RunningCells
{
    [Fact]
    public async Task Cells_see_what_those_before_them_declare()
    {
        await using var session = await RunAsync(
            "int Twice(int x) => 2 * x;\nvar n = 20;",
            "record Note(int Value);\nvar note = new Note(Twice(n) + 10);",
            "note.Value");
        Assert.Equal("50", session.Runs[2].Text());
        Assert.Equal("execute_result", (string?)session.Runs[2].Outputs.Single()!["output_type"]);
        Assert.Equal(3, (int)session.Runs[2].Outputs[0]!["execution_count"]!);
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"a\".ToUpper();", "")]
    [InlineData("(string)null", "")]
    [InlineData("var x = 5;", "")]
    [InlineData("Console.Write(\"out\")", "out")]
    [InlineData("Console.Write('c'); Console.Write(new[] { 'd', 'e' }, 1, 1); Console.WriteLine(7);", "ce7\n")]
    [InlineData("Console.Error.Write(\"err\")", "err")]
    [InlineData("await Task.Delay(1); \"later\"", "later")]
    [InlineData("await Task.Run(() => Console.Write(\"from a task\"))", "from a task")]
    [InlineData("display(\"shown\"); 3.Display();", "shown3")]
    [InlineData("display(HTML(\"<b>bold</b>\"));", "<b>bold</b>")]
    [InlineData("JsonNode.Parse(\"[1]\").AsArray().Count", "1")]
    [InlineData("new List<int> { 1, 2 }.Sum()", "3")]
    [InlineData("// nothing but a comment", "")]
    [InlineData("using System.Text.RegularExpressions;\nRegex.IsMatch(\"a\", \"a\") ? 1 : 0", "1")]
    public async Task A_cell_shows_what_it_prints_and_its_last_value(string source, string shown)
    {
        await using var session = await RunAsync("using System.Text.Json.Nodes;", source);
        Assert.Null(session.Runs[1].Error);
        Assert.Equal(shown.ReplaceLineEndings(), session.Runs[1].Text().ReplaceLineEndings());
    }

    [Theory]
    [InlineData("new HTML(\"<b>bold</b>\")", "HTML(value=\"<b>bold</b>\")")]
    [InlineData("new Label(\"hello\")", "Label(value=\"hello\")")]
    public async Task The_text_of_a_widget_says_that_it_is_only_text(string source, string text)
    {
        await using var session = await RunAsync(source);
        Assert.StartsWith($"{text}\nThis is only the widget's text.", session.Runs[0].Text());
    }

    [Fact]
    public async Task The_two_streams_are_kept_apart()
    {
        await using var session = await RunAsync("Console.Write(1); Console.Error.Write(2); Console.Write(3);");
        Assert.Equal(["stdout1", "stderr2", "stdout3"], session.Runs[0].Outputs.Select(output => $"{output!["name"]}{output["text"]}"));
    }

    [Fact]
    public async Task Cells_after_one_that_fails_do_not_run()
    {
        await using var session = await RunAsync("1", "throw new Exception(\"no\");", "3");
        Assert.Equal(2, session.Runs.Count);
        Assert.Equal("no", session.Runs[1].Error?.Message);
    }

    [Fact]
    public async Task What_a_display_throws_is_the_cells_error()
    {
        await using var session = await RunAsync(
            "class Odd : IDisplayable { public MimeBundle ToMimeBundle() => throw new Exception(\"cannot be shown\"); }",
            "new Odd()");
        Assert.Equal("cannot be shown", session.Runs[1].Error?.Message);
        Assert.Equal("error", (string?)session.Runs[1].Outputs.Single()!["output_type"]);
    }

    [Fact]
    public async Task Markdown_and_empty_cells_are_passed_over()
    {
        var notebook = Notebook("1", "  \n ", "2");
        notebook.Cells.Insert(0, new(Kernel.Notebooks.CellKind.Markdown, "# Title"));
        var compiled = Kernel.Scripting.CompiledNotebook.Compile(notebook, Kernel.Scripting.ScriptEnvironment.Default);
        Assert.Equal([(1, 1), (3, 2)], compiled.Cells.Select(cell => (cell.Index, cell.Number)));
        await using var session = new Kernel.Scripting.NotebookSession(compiled, new Notable.Widgets.NoChannel());
        await session.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["1", "2"], session.Runs.Select(run => run.Text()));
    }

    [Fact]
    public async Task What_a_task_prints_after_its_cell_has_ended_still_goes_to_that_cell()
    {
        await using var session = await RunAsync(
            "var gate = new TaskCompletionSource();\nvar late = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });",
            "gate.SetResult(); await late; Console.Write(\"second\");");
        Assert.Equal(["late", "second"], session.Runs.Select(run => run.Text()));
    }
}
