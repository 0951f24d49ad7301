using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Precompiled;
using Notable.Testing;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Scripting;

/// <summary>Cells written as assemblies beside their notebook, and run from there.</summary>
public sealed class CellsCompiledAhead : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder["app.ipynb"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task They_run_as_those_that_were_just_compiled()
    {
        string[] sources =
        [
            "int Twice(int x) => 2 * x;\nvar n = 20;", "", "n", "record Note(int Value);\nvar note = new Note(Twice(n) + 10);\nn = 1;",
            "Console.Write(n); await Task.Delay(1); note.Value", "display(\"shown\");", "var label = new Label(\"hello\"); label",
        ];
        Write(sources);
        await using var loaded = await RunAsync(PrecompiledCells.Load(File)!);
        await using var compiled = await Cells.RunAsync(sources);
        Assert.Equal(compiled.Runs.Select(run => run.Text()), loaded.Runs.Select(run => run.Text()));
        Assert.Equal(compiled.Runs.Select(run => run.Cell.Number), loaded.Runs.Select(run => run.Cell.Number));
        Assert.Equal("150", loaded.Runs[3].Text());
    }

    [Fact]
    public async Task Sessions_have_variables_of_their_own()
    {
        Write("var n = 1;", "n++;", "n");
        var notebook = PrecompiledCells.Load(File)!;
        await using var one = await RunAsync(notebook);
        await using var other = await RunAsync(notebook);
        Assert.Equal("2", one.Runs[2].Text());
        Assert.Equal("2", other.Runs[2].Text());
    }

    [Fact]
    public async Task An_error_names_the_cell_and_its_line()
    {
        Write("var n = 0;", "n = 1;\nthrow new InvalidOperationException($\"n is {n}\");", "n");
        await using var session = await RunAsync(PrecompiledCells.Load(File)!);
        Assert.Equal("n is 1", session.Runs[1].Error?.Message);
        Assert.Equal(2, session.Runs.Count);
        Assert.Contains("cell 2, line 2: throw new", session.Runs[1].Outputs[0]!["traceback"]!.ToJsonString());
    }

    [Fact]
    public async Task A_loop_without_end_is_stopped()
    {
        Write("var n = 0; while (true) n++;");
        await using var session = new NotebookSession(PrecompiledCells.Load(File)!, new NoChannel());
        var running = Task.Run(() => session.RunAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            session.Interrupt();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        await running;
        Assert.NotNull(session.Runs[0].Error);
    }

    [Theory]
    [InlineData("#!time\n1", "cell 1 has a magic command")]
    [InlineData("#r \"System.Xml\"", "#r")]
    [InlineData("Kernel.Current", "Kernel")]
    [InlineData("namespace Own { public class Thing; }", "namespace")]
    [InlineData("static class Own { public static int Twice(this int x) => 2 * x; }\n2.Twice()", "namespace or extension method")]
    public void What_has_to_be_looked_up_when_it_is_compiled_is_refused(string source, string reason)
    {
        var refused = Assert.Throws<NotSupportedException>(() => Write(source, "1"));
        Assert.Contains(reason, refused.Message);
    }

    [Fact]
    public void The_assemblies_that_cells_use_are_listed_and_unused_imports_are_not() =>
        Assert.Equal(["Notable.Widgets", "System.Private.CoreLib"], Write("var label = new Label(\"hello\");"));

    [Fact]
    public void They_are_not_taken_for_a_notebook_that_has_changed()
    {
        Write("1");
        Cells.Notebook("2").Save(File);
        Assert.True(PrecompiledCells.Exist(File));
        Assert.Null(PrecompiledCells.Load(File));
    }

    [Fact]
    public void A_notebook_without_them_has_none()
    {
        Cells.Notebook("1").Save(File);
        Assert.False(PrecompiledCells.Exist(File));
        Assert.Null(PrecompiledCells.Load(File));
    }

    [Theory]
    [InlineData("cells.json", "{")]
    [InlineData("1.dll", "nothing")]
    [InlineData("1.dll", null)]
    public void A_damaged_folder_is_told(string file, string? content)
    {
        Write("1");
        var path = Path.Combine(PrecompiledCells.FolderOf(File), file);
        if (content is null)
            System.IO.File.Delete(path);
        else
            System.IO.File.WriteAllText(path, content);
        var damaged = Assert.Throws<InvalidDataException>(() => PrecompiledCells.Load(File));
        Assert.Contains("Publish the notebook again", damaged.Message);
    }

    private IReadOnlyList<string> Write(params string[] sources)
    {
        Cells.Notebook(sources).Save(File);
        var compiled = CompiledNotebook.Compile(Notebook.Open(File), ScriptEnvironment.Default with { IsInterruptible = true });
        return PrecompiledCells.Write(compiled, File, PrecompiledCells.FolderOf(File));
    }

    private static async Task<NotebookSession> RunAsync(CompiledNotebook notebook)
    {
        var session = new NotebookSession(notebook, new NoChannel());
        await session.RunAsync(TestContext.Current.CancellationToken);
        return session;
    }
}
