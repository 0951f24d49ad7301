using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Testing;

namespace Notable.Kernel.Tests.Notebooks;

public class DibFiles
{
    private const string Text = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}

        #!csharp

        var one = 1;
        one + 1

        #!markdown

        # Title

        #!html

        <b>bold</b>

        #!csharp

        #!time
        one
        """;

    [Fact]
    public void Cells_have_their_languages()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.dib"], Text);

        var notebook = Notebook.Open(folder["a.dib"]);

        Assert.Equal([(CellKind.Code, null), (CellKind.Markdown, null), (CellKind.Code, "html"), (CellKind.Code, null)], notebook.Cells.Select(cell => (cell.Kind, cell.KernelName)));
        Assert.Equal("var one = 1;\none + 1", notebook.Cells[0].Source);
        Assert.Equal("#!time\none", notebook.Cells[3].Source);
    }

    [Fact]
    public async Task They_run_and_keep_outputs_in_a_notebook()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.dib"], Text);
        var notebook = Notebook.Open(folder["a.dib"]);

        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(report.Failure);
        Assert.Equal("2", (string?)notebook.Cells[0].Outputs[0]!["data"]!["text/plain"]);
        Assert.Equal("<b>bold</b>", (string?)notebook.Cells[2].Outputs[0]!["data"]!["text/html"]);
    }

    [Fact]
    public void They_are_converted_and_back()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.dib"], Text);

        Notebook.Open(folder["a.dib"]).Save(folder["b.ipynb"]);
        Notebook.Open(folder["b.ipynb"]).Save(folder["c.dib"]);

        var (before, after) = (Notebook.Open(folder["a.dib"]), Notebook.Open(folder["c.dib"]));
        Assert.Equal(before.Cells.Select(cell => (cell.Kind, cell.KernelName, cell.Source)), after.Cells.Select(cell => (cell.Kind, cell.KernelName, cell.Source)));
    }

    [Fact]
    public void A_broken_header_is_an_error_that_names_the_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["bad.dib"], "#!meta\n{\"kernelInfo\": \n#!csharp\n1");

        Assert.Contains("bad.dib cannot be read as a .dib notebook", Assert.Throws<NotebookFormatException>(() => Notebook.Open(folder["bad.dib"])).Message);
    }
}
