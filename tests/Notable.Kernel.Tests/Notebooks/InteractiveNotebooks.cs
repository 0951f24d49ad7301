using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Tests.Notebooks;

/// <summary>Notebooks as Polyglot Notebooks and dotnet-interactive write them.</summary>
public class InteractiveNotebooks
{
    private const string Polyglot = """
        {"cells": [
          {"cell_type": "code", "execution_count": null, "metadata": {"polyglot_notebook": {"kernelName": "csharp"}}, "outputs": [], "source": ["var word = \"hi\";"]},
          {"cell_type": "code", "execution_count": null, "metadata": {"dotnet_interactive": {"language": "html"}}, "outputs": [], "source": ["<b>bold</b>"]},
          {"cell_type": "code", "execution_count": null, "metadata": {"polyglot_notebook": {"kernelName": "value"}}, "outputs": [], "source": ["#!value --name note\nfrom a value"]},
          {"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": ["#!share --from value note\nConsole.Write(word + note.Length);"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"},
           "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp", "items": [{"aliases": [], "name": "csharp"}]}}},
         "nbformat": 4, "nbformat_minor": 2}
        """;

    [Fact]
    public async Task They_run_headless_cell_by_cell_in_their_languages()
    {
        var notebook = Notebook.Parse(Polyglot);

        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(report.Failure is null, report.Failure?.Error.Message);
        Assert.Equal("<b>bold</b>", (string?)notebook.Cells[1].Outputs[0]!["data"]!["text/html"]);
        Assert.Equal("hi12", (string?)notebook.Cells[3].Outputs[0]!["text"]);
    }

    [Fact]
    public async Task Visitors_of_one_share_nothing()
    {
        var compiled = CompiledNotebook.Compile(Cells.Notebook(
            "using Microsoft.DotNet.Interactive;\nKernelInvocationContext.Current.Display($\"{Kernel.Current.Name}\");",
            "#!value --name mine\nx", "#!set --name got --value @value:mine\ngot"), ScriptEnvironment.Default);
        for (var visitor = 0; visitor < 2; visitor++)
        {
            await using var session = new NotebookSession(compiled, new NoChannel());
            await session.RunAsync(TestContext.Current.CancellationToken);
            Assert.True(session.Runs[^1].Error is null, $"{session.Runs[^1].Error}");
            Assert.Equal("csharp", session.Runs[0].Text());
            Assert.Equal("x", session.Runs[2].Text());
        }
    }

    [Fact]
    public async Task An_F_sharp_cell_says_that_it_is_not_here()
    {
        var notebook = Cells.Notebook("1");
        notebook.Cells.Add(new NotebookCell(CellKind.Code, "let x = 1") { Metadata = new() { ["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "fsharp" } } });

        var report = await NotebookRunner.RunAsync(notebook, ScriptEnvironment.Default, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("F# is not available", report.Failure!.Error.Message);
    }
}
