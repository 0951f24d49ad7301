using Notable.Display;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Compiling;
using Notable.Testing;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Scripting;

public sealed class InteractiveSessions : IDisposable
{
    private readonly InteractiveSession session = new(ScriptEnvironment.Default, new NoChannel());
    private int count;

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task What_a_cell_declared_before_it_failed_stays()
    {
        Assert.Equal("FormatException", (await Run("var kept = 1; int.Parse(\"x\");\n#!time\nvar never = 2;")).Error?.Name);
        Assert.Equal("1", (await Run("kept")).Value?.PlainText);
        Assert.Equal("CompilationError", (await Run("never")).Error?.Name);
        Assert.Equal("2", (await Run("kept + 1")).Value?.PlainText);
    }

    [Fact]
    public async Task A_stopped_cell_leaves_the_session_usable()
    {
        var target = new RecordingTarget();
        var started = new TaskCompletionSource();
        target.Changed += _ => started.TrySetResult();
        var running = session.RunAsync("var turns = 0; Console.WriteLine(\"started\"); while (true) { turns++; }", 1, target);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        session.Interrupt();
        var outcome = await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("CellInterruptedException", outcome.Error?.Name);
        Assert.Contains(outcome.Error!.Traceback, line => line.Contains("cell 1, line 1"));
        Assert.Equal("Int32", (await Run("turns.GetType().Name")).Value?.PlainText);
    }

    [Fact]
    public async Task Notebooks_and_files_are_imported_as_if_they_stood_there()
    {
        using var folder = new TemporaryFolder();
        Cells.Notebook("int Twice(int x) => x * 2;", "var two = 2;").Save(folder["lib.ipynb"]);
        await File.WriteAllTextAsync(folder["more.cs"], "int Thrice(int x) => x * 3;\nvar broken = int.Parse(\"x\");", TestContext.Current.CancellationToken);
        Assert.Equal("4", (await Run($"#!import {folder["lib.ipynb"]}\nTwice(two)")).Value?.PlainText);
        var failed = await Run($"#!import {folder["more.cs"]}");
        Assert.Contains(failed.Error!.Traceback, line => line.Contains("more.cs, line 2"));
        Assert.Equal("6", (await Run("Thrice(two)")).Value?.PlainText);
        Assert.Contains("no-such.ipynb", (await Run("#!import no-such.ipynb")).Error?.Message);
        Assert.Contains("takes the path", (await Run("#!import")).Error?.Message);
    }

    [Fact]
    public async Task Warming_up_runs_no_cell_again()
    {
        await Run("static class Counted { public static int Times; }\nCounted.Times++;");
        await Run("var declared = ++Counted.Times;");
        await session.WarmUpAsync();
        await session.WarmUpCompletionAsync();
        Assert.Equal("2", (await Run("Counted.Times")).Value?.PlainText);
    }

    [Fact]
    public async Task An_expression_that_is_evaluated_beside_leaves_nothing()
    {
        await Run("var x = 5;");
        Assert.Equal("6", (await session.EvaluateAsync("var y = x + 1; y", new RecordingTarget())).Value?.PlainText);
        Assert.Equal("CompilationError", (await Run("y")).Error?.Name);
    }

    [Theory]
    [InlineData("sum += 1;", false)]
    [InlineData("sum + 1", false)]
    [InlineData("foreach (var i in new[] { 1 }) { var inner = i; sum += inner; }", false)]
    [InlineData("_ = sum;", false)]
    [InlineData("await Task.Yield(); Func<int, int> _ = x => x;", true)]
    [InlineData("var (one, two) = (1, 2);", true)]
    [InlineData("int.TryParse(\"1\", out var number)", true)]
    [InlineData("if ((object)sum is int found) { }", true)]
    [InlineData("int Twice(int x) => 2 * x;", true)]
    [InlineData("record Pair(int One, int Two);", true)]
    [InlineData("using System.Text;", true)]
    [InlineData("#r \"System.Xml\"", true)]
    public void Only_a_piece_that_declares_something_is_carried_along(string code, bool stays)
    {
        var compiler = new CellCompiler(ScriptEnvironment.Default with { IsInterruptible = true });
        var token = TestContext.Current.CancellationToken;
        compiler.Compile(Cells.Code("var sum = 0;"), 0, 1, token);
        compiler.Compile(Cells.Code(code), 1, 2, token);
        Assert.Equal(stays ? 2 : 1, compiler.Texts.Count);
        compiler.Compile(Cells.Code("sum++;"), 2, 3, token);
    }

    [Fact]
    public async Task What_a_cell_without_declarations_changed_stays_changed()
    {
        await Run("var list = new List<int>(); var sum = 0;");
        Assert.Equal("FormatException", (await Run("sum = 3; list.Add(sum); int.Parse(\"x\")")).Error?.Name);
        await Run("sum += list.Count;");
        await Run("var more = sum + 1;");
        Assert.Equal("4 5", (await Run("$\"{sum} {more}\"")).Value?.PlainText);
    }

    [Fact]
    public async Task A_method_of_another_cell_is_completed_with_its_signature()
    {
        await Run("int Doubled(int number) => number * 2;");
        var found = await session.Language.CompleteAsync("var a = Doub", 12, TestContext.Current.CancellationToken);
        Assert.Equal("int Doubled(int number)", found.Items.Single(item => item.Text == "Doubled").Signature);
        Assert.Equal((8, 12), (found.Start, found.End));
        var errors = await session.Language.DiagnoseAsync("int wrong = \"text\";", TestContext.Current.CancellationToken);
        Assert.Equal(("CS0029", 12), (errors.Single().Id, errors.Single().Location.SourceSpan.Start));
    }

    private Task<CellOutcome> Run(string source) => session.RunAsync(source, ++count, new RecordingTarget());
}
