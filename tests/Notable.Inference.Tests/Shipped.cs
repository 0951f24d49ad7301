using Notable.Imaging;
using Notable.Learning;
using Notable.Testing;

namespace Notable.Inference.Tests;

/// <summary>The model that comes with the repository, and pictures to ask it about.</summary>
internal static class Shipped
{
    public static string Path { get; } = Repository.Path("notebooks", "models", "bills.safetensors");

    /// <summary>Dev photos of both classes and of other things, all of them in a long run; skips without them.</summary>
    public static IReadOnlyList<string> Photos() => LongTests.Sample(
        [.. new[] { "bills", "bills-other" }.SelectMany(folder => Directory.GetFiles(Repository.Shared("data", folder), "*.jpg", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)],
        count: 24);

    /// <summary>Notes drawn by code, which need no photo.</summary>
    public static IReadOnlyList<Picture> Drawn() => [.. Enumerable.Range(1, 4).SelectMany(seed => (Picture[])[SampleNotes.Draw(50, seed), SampleNotes.Draw(100, seed)])];

    /// <summary>A row of probabilities: the classes, then neither.</summary>
    public static float[] Row(Prediction answer) => [.. answer.Probabilities.Values.Select(p => (float)p), .. answer.Neither is { } neither ? [(float)neither] : (float[])[]];

    /// <summary>The same model with another threshold for asking about the parts.</summary>
    public static Predictor Asking(double below)
    {
        var predictor = Predictor.Load(Path);
        return predictor.With(predictor.Card.Calibration! with { AsksTwiceBelow = below });
    }
}
