using Notable;
using Notable.Learning;
using TorchSharp;

namespace Benchmarks.Measuring;

/// <summary>What predictions are measured on: photos of the size phones send, and a model file; drawn and made here, for the time of a run.</summary>
internal sealed class BenchData : IDisposable
{
    private const int Width = 1600, Height = 1200;
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("notable-bench-");

    /// <param name="folder">A folder of pictures; null draws notes of 1600 x 1200 pixels.</param>
    /// <param name="count">How many are drawn.</param>
    public BenchData(string? folder, int count)
    {
        try
        {
            Photos = ImageFiles.In(folder ?? Draw(count));
            WriteModel();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The photos.</summary>
    public IReadOnlyList<string> Photos { get; }

    /// <summary>A model file for two classes; its weights are random, which takes as long as any.</summary>
    public string Model => Path.Combine(scratch.FullName, "model.safetensors");

    /// <inheritdoc/>
    public void Dispose() => scratch.Delete(recursive: true);

    private string Draw(int count)
    {
        var folder = scratch.CreateSubdirectory("photos").FullName;
        Parallel.For(0, count, i => SampleNotes.Draw(i % 2 == 0 ? 50 : 100, i).Resize(Width, Height).Save(Path.Combine(folder, $"{i:000}.jpg")));
        return folder;
    }

    private void WriteModel()
    {
        var notes = Path.Combine(scratch.FullName, "notes");
        SampleNotes.WriteTo(notes, perClass: 2);
        var dls = TrainingRecipe.Block(size: 224, validPct: 0.5, seed: 1).DataLoaders(notes, bs: 2);
        using var learner = VisionLearner.Create(dls, Architectures.ResNet18, weights: "none", device: torch.CPU);
        learner.Export(Model);
    }
}
