using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class ShippedNotebooksRun(DrawnNotes notes)
{
    [Fact]
    public async Task The_training_notebook_goes_from_pictures_to_a_model_that_answers()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunInAsync(folder.Path, "run", Repository.Path("notebooks", "02-train.ipynb"), "-o", "out.ipynb",
            "-p", $"data={notes.Folder}", "-p", "weights=none", "-p", "epochs=1", "-p", "size=64", "-p", "device=cpu", "-p", "output=my.safetensors");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(File.Exists(folder["my.safetensors"]));
        var outputs = await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken);
        Assert.Contains("image/svg+xml", outputs);          // the confusion matrix
        Assert.Contains("error_rate", outputs);             // the table of the training
        Assert.Matches(@"\$(50|100), .*\d+ % sure", outputs);
    }

    [Fact]
    public async Task The_app_notebook_shows_its_widgets()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunInAsync(Repository.Path("notebooks"), "run", "app.ipynb", "-o", folder["out.ipynb"]);

        Assert.True(run.ExitCode == 0, run.Error);
        var saved = JsonNode.Parse(await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken))!;
        Assert.Contains("FileUploadModel", saved["metadata"]!["widgets"]!.ToJsonString());
    }

    [Fact]
    public void No_notebook_is_committed_with_outputs()
    {
        foreach (var path in Directory.GetFiles(Repository.Path("notebooks"), "*.ipynb"))
            foreach (var cell in JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().Where(c => (string?)c!["cell_type"] == "code"))
                Assert.Empty(cell!["outputs"]!.AsArray());
    }
}
