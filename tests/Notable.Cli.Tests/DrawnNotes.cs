using Notable.Testing;

[assembly: AssemblyFixture(typeof(Notable.Cli.Tests.DrawnNotes))]

namespace Notable.Cli.Tests;

/// <summary>Sample notes on disk, and a model that was trained on them by the command line, once for all tests.</summary>
public sealed class DrawnNotes : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _model;

    public DrawnNotes()
    {
        SampleNotes.WriteTo(Folder, perClass: 24, seed: 7);
        _model = new(async () =>
        {
            var trained = await Command.RunAsync("train", Folder, "--weights", "none", "--epochs", "1", "--bs", "8", "--size", "64", "-o", _folder["notes.safetensors"]);
            Assert.True(trained.ExitCode == 0, trained.Error);
            return _folder["notes.safetensors"];
        });
    }

    /// <summary>A folder with <c>usd50</c> and <c>usd100</c>, 24 drawn notes each.</summary>
    public string Folder => _folder["notes"];

    /// <summary>A small model trained on them; its answers are not worth much.</summary>
    public Task<string> ModelAsync() => _model.Value;

    public void Dispose() => _folder.Dispose();
}
