using Notable;
using Notable.Gathering;
using Notable.Imaging;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Learning;
using Notable.Testing;
using TorchSharp;

namespace Browser.Fixtures;

/// <summary>The cleaner as an app, over drawn notes: 32 of each class.</summary>
public sealed class CleanerApp : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly AppFixture app;

    private CleanerApp(TemporaryFolder folder, AppFixture app) => (this.folder, this.app) = (folder, app);

    public Uri Address => app.Address;

    /// <summary>What the cleaner does to the files.</summary>
    public FolderChanges Changes => new(folder["notes"]);

    /// <summary>The pictures of a class, by name.</summary>
    public string[] Files(string name) => [.. Directory.GetFiles(folder[$"notes/{name}"]).Select(path => $"{name}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)];

    public static async Task<CleanerApp> StartAsync()
    {
        var folder = new TemporaryFolder();
        SampleNotes.WriteTo(folder["notes"], perClass: 32, seed: 3);
        new Notebook(
        [
            new(CellKind.Markdown, "# Clean the notes"),
            new(CellKind.Code, Cell(folder["notes"])),
        ]).Save(folder["clean.ipynb"]);
        return new(folder, await AppFixture.StartAsync(folder["clean.ipynb"], Environment));
    }

    /// <summary>The cleaner over a folder; what the model says does not matter here, that it says something does.</summary>
    public static string Cell(string pictures) => $$"""
        var block = new DataBlock { ItemTransforms = [new Resize(64)] };
        var learn = VisionLearner.Create(block.DataLoaders("{{pictures}}"), Architectures.ResNet18, weights: "none", device: torch.CPU);
        new ImageClassifierCleaner(learn)
        """;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    private static ScriptEnvironment Environment => ScriptEnvironment.Default.With(
        [typeof(SampleData).Assembly, typeof(Picture).Assembly, typeof(torch).Assembly, typeof(Learner).Assembly, typeof(FolderChanges).Assembly],
        ["Notable", "Notable.Learning", "TorchSharp"]);
}
