using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Kernel.Tests.Notebooks;

public class WrongFiles
{
    [Theory]
    [InlineData("", "it is empty, so it is not JSON")]
    [InlineData("<html></html>", "not JSON (line 1, byte 1: '<' is an invalid start of a value)")]
    [InlineData("{\"nbformat\": 4,", "not JSON")]
    [InlineData("{\"nbformat\": 4, \"nbformat\": 4}", "not JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("null", "not an object")]
    [InlineData("{}", "no number 'nbformat'")]
    [InlineData("{\"nbformat\": \"4\"}", "no number 'nbformat'")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3")]
    [InlineData("{\"nbformat\": 4}", "no list 'cells'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "cell 1 is not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"table\"}]}", "unknown type 'table'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "source of cell 1 is not text")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", "source of cell 1 is not text")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [1]}]}", "output of cell 1 is not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"metadata\": []}]}", "metadata of cell 1 is not an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}", "python notebook")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"language_info\": {\"name\": \"R\"}}}", "R notebook")]
    public void Each_is_refused_with_its_reason_and_its_name(string text, string reason)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text, "book.ipynb"));
        Assert.StartsWith("book.ipynb cannot be", error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void JSON_nested_without_end_is_refused() =>
        Assert.Throws<NotebookFormatException>(() => Notebook.Parse(new string('[', 100_000)));

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("absent.ipynb", Assert.ThrowsAny<IOException>(() => Notebook.Open(folder["absent.ipynb"])).Message);
    }

    [Fact]
    public void A_file_too_large_to_read_is_refused_by_its_size()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["big.ipynb"]))
            file.SetLength(Notebook.MaxFileBytes + 1);
        Assert.Contains("200000001 bytes", Assert.Throws<NotebookFormatException>(() => Notebook.Open(folder["big.ipynb"])).Message);
    }

    [Fact]
    public void The_size_of_a_linked_file_is_that_of_its_target()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["big.ipynb"]))
            file.SetLength(Notebook.MaxFileBytes + 1);
        File.CreateSymbolicLink(folder["link.ipynb"], folder["big.ipynb"]);
        Assert.Contains("200000001 bytes", Assert.Throws<NotebookFormatException>(() => Notebook.Open(folder["link.ipynb"])).Message);
        Cells.Notebook("1 + 1").Save(folder["small.ipynb"]);
        File.CreateSymbolicLink(folder["small-link.ipynb"], folder["small.ipynb"]);
        Assert.Single(Notebook.Open(folder["small-link.ipynb"]).Cells);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Empty(Notebook.Parse("\uFEFF{\"nbformat\": 4, \"cells\": []}").Cells);
}
