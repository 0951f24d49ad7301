using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Kernel.Tests.Notebooks;

public class ReadingNotebooks
{
    private const string Small = """
        {
         "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Title\n", "text"],
           "attachments": {"x.png": {"image/png": "AA=="}}},
          {"cell_type": "code", "id": "b", "metadata": {"tags": ["parameters"], "vendor": {"k": 1}},
           "source": "var x = 1;\r\nx", "execution_count": 7,
           "outputs": [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}]},
          {"cell_type": "raw", "id": "c", "metadata": {}, "source": []}
         ],
         "metadata": {"kernelspec": {"name": "notable-csharp", "language": "C#", "display_name": "C#"}, "vendor": [1, 2]},
         "nbformat": 4,
         "nbformat_minor": 5,
         "vendor": true
        }
        """;

    [Fact]
    public void Cells_come_with_their_text_tags_and_outputs()
    {
        var notebook = Notebook.Parse(Small);
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["# Title\ntext", "var x = 1;\nx", ""], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["parameters"], notebook.Cells[1].Tags);
        Assert.Equal(7, notebook.Cells[1].ExecutionCount);
        Assert.Equal("stdout", (string?)notebook.Cells[1].Outputs.Single()!["name"]);
        Assert.Equal("C#", notebook.Language);
    }

    [Fact]
    public void What_is_not_understood_is_written_back()
    {
        var again = Notebook.Parse(Notebook.Parse(Small).ToJson()).ToJson();
        Assert.Equal(Notebook.Parse(Small).ToJson(), again);
        foreach (var kept in new[] { "\"x.png\"", "\"k\": 1", "\"vendor\": true", "\"vendor\": [" })
            Assert.Contains(kept, again);
    }

    [Fact]
    public void A_notebook_is_written_as_Jupyter_writes_it()
    {
        var notebook = new Notebook(
            new NotebookCell(CellKind.Code, "var é = \"<b>\";\n\né", "one"), new NotebookCell(CellKind.Markdown, "", "two"));
        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "one",
               "metadata": {},
               "outputs": [],
               "source": [
                "var é = \"<b>\";\n",
                "\n",
                "é"
               ]
              },
              {
               "cell_type": "markdown",
               "id": "two",
               "metadata": {},
               "source": []
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": "C# (Notable)",
               "language": "C#",
               "name": "notable-csharp"
              },
              "language_info": {
               "name": "C#",
               "file_extension": ".cs",
               "mimetype": "text/x-csharp"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """.ReplaceLineEndings("\n"),
            notebook.ToJson());
    }

    [Fact]
    public void Cells_without_a_usable_name_get_one_that_stays_the_same()
    {
        const string json = """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
             {"cell_type": "code", "source": "1", "metadata": {}},
             {"cell_type": "code", "source": "2", "metadata": {}, "id": "has spaces"},
             {"cell_type": "code", "source": "3", "metadata": {}, "id": "x"},
             {"cell_type": "code", "source": "4", "metadata": {}, "id": "x"}]}
            """;
        Assert.Equal(["cell-1", "cell-2", "x", "cell-4"], Notebook.Parse(json).Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Stripping_leaves_the_source_alone()
    {
        var notebook = Notebook.Parse(Small);
        notebook.StripOutputs();
        Assert.Empty(notebook.Cells[1].Outputs);
        Assert.Null(notebook.Cells[1].ExecutionCount);
        Assert.Equal("var x = 1;\nx", notebook.Cells[1].Source);
        Assert.Equal(["parameters"], notebook.Cells[1].Tags);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder["book.ipynb"];
        File.WriteAllText(path, "old");
        Notebook.Parse(Small).Save(path);
        Assert.Equal(Notebook.Parse(Small).ToJson(), Notebook.Open(path).ToJson());
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Saving_where_nothing_can_be_written_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DirectoryNotFoundException>(() => Notebook.Parse(Small).Save(folder["no/such/folder/book.ipynb"]));
        Directory.CreateDirectory(folder["taken.ipynb"]);
        Assert.ThrowsAny<Exception>(() => Notebook.Parse(Small).Save(folder["taken.ipynb"]));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
