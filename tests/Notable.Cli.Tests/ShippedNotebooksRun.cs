using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class ShippedNotebooksRun(DrawnNotes notes)
{
    private const string PlotlyFigure = "application/vnd.plotly.v1+json";
    private static readonly string[] small = ["-p", "weights=none", "-p", "epochs=1", "-p", "size=64", "-p", "device=cpu"];

    [Fact]
    public async Task The_gathering_notebook_goes_from_a_source_to_a_verified_folder()
    {
        using var folder = new TemporaryFolder();
        var outputs = await RunAsync(folder, "01-gather.ipynb", "-p", $"source={notes.Folder}", "-p", "perClass=8", "-p", "output=gathered");

        Assert.Equal(8, Directory.GetFiles(folder["gathered/usd50"], "*.jpg").Length);
        Assert.Equal(8, Directory.GetFiles(folder["gathered/usd100"], "*.jpg").Length);
        Assert.Equal(8, File.ReadLines(folder["gathered/usd50/sources.jsonl"]).Count());
        Assert.Contains("8 found: 8 kept", outputs);
        Assert.Contains("16 files checked: 16 fine", outputs);
        Assert.Contains("0 files moved to gathered.quarantine; 16 pictures are left", outputs);
    }

    [Fact]
    public async Task The_training_notebook_goes_from_pictures_to_a_model_that_answers()
    {
        using var folder = new TemporaryFolder();
        var outputs = await RunAsync(folder, "02-train.ipynb", ["-p", $"data={notes.Folder}", .. small, "-p", "tries=20", "-p", "output=my.safetensors"]);

        Assert.True(File.Exists(folder["my.safetensors"]));
        Assert.Contains("image/svg+xml", outputs);          // the confusion matrix
        Assert.Contains("error_rate", outputs);             // the table of the training
        Assert.Contains("how much each part of", outputs);  // the heat map
        Assert.Contains("Importance for $", outputs);       // and its color bar
        Assert.Matches(@"\$(50|100), .*\d+ % sure|I can.*t tell: ", outputs);
    }

    [Fact]
    public async Task The_cleaning_notebook_shows_the_suspects_and_the_cleaner_and_moves_nothing_by_itself()
    {
        using var folder = new TemporaryFolder();
        var outputs = await RunAsync(folder, "03-clean.ipynb", small);

        Assert.Contains("most suspicious first", outputs);
        Assert.Contains("is damaged or cut short", outputs);
        Assert.Contains("nothing was moved yet", outputs);
        Assert.Contains("DropdownModel", outputs);
        Assert.Contains("Nothing is marked.", outputs);
        Assert.Contains("training again gives the same numbers", outputs);
        Assert.False(Directory.Exists(folder["data/messy-notes.trash"]));
    }

    [Fact]
    public async Task The_sharing_notebook_answers_and_builds_the_page()
    {
        using var folder = new TemporaryFolder();
        var outputs = await RunAsync(folder, "04-share.ipynb", "-p", $"model={await notes.ModelAsync()}", "-p", $"photo={Directory.GetFiles(Path.Combine(notes.Folder, "usd50"))[0]}");

        Assert.Matches(@"\$(50|100), .*\d+ % sure|I can.*t tell: ", outputs);
        Assert.Contains("FileUploadModel", outputs);
    }

    [Fact]
    public async Task The_sharing_notebooks_chart_shows_every_answer_of_the_shipped_model()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunInAsync(Repository.Path("notebooks"), "run", "04-share.ipynb", "-o", folder["out.ipynb"]);

        Assert.True(run.ExitCode == 0, run.Error);
        var saved = JsonNode.Parse(await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken))!;
        var chart = saved["cells"]!.AsArray().SelectMany(cell => cell!["outputs"] as JsonArray ?? []).Select(output => output!["data"]?[PlotlyFigure])
            .Single(figure => figure is not null)!;
        Assert.Equal(["neither", "usd100", "usd50"], chart["data"]![0]!["x"]!.AsArray().Select(answer => (string)answer!).Order(StringComparer.Ordinal));
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

    [Fact]
    public void Notebooks_that_are_stepped_through_have_short_cells_and_one_that_says_what_can_be_changed()
    {
        foreach (var path in Directory.GetFiles(Repository.Path("notebooks"), "0*.ipynb"))
        {
            var cells = JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray();
            Assert.Single(cells, cell => cell!["metadata"]!["tags"]?.ToJsonString() == """["parameters"]""");
            Assert.All(cells.Where(cell => (string?)cell!["cell_type"] == "code"), cell => Assert.InRange(cell!["source"]!.AsArray().Count, 1, 10));
        }
    }

    /// <summary>Runs a notebook in a folder of its own.</summary>
    /// <returns>The executed notebook.</returns>
    private static async Task<string> RunAsync(TemporaryFolder folder, string notebook, params string[] parameters)
    {
        var run = await Command.RunInAsync(folder.Path, ["run", Repository.Path("notebooks", notebook), "-o", "out.ipynb", "--cwd", ".", .. parameters]);
        Assert.True(run.ExitCode == 0, run.Error);
        return await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken);
    }
}
