using System.Text.Json;
using Notable.Testing;
using Notable.Learning.Files;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>
/// Numbers measured with fastai: all of them where the folder <c>shared</c> lies beside the repository, else those of the compact copy
/// in this folder (<see cref="GoldenCopy"/>). <c>NOTABLE_GOLDEN=compact</c> takes the copy in any case.
/// </summary>
internal static class GoldenFile
{
    private static bool IsCompact { get; } = Repository.SharedRoot is null || Environment.GetEnvironmentVariable("NOTABLE_GOLDEN") == "compact";

    public static JsonElement Json(string name) => IsCompact ? Copied(name) : Measured(name);

    public static IReadOnlyDictionary<string, GoldenTensor> Tensors(string name) => IsCompact
        ? Copied(name + ".tensors").EnumerateObject().ToDictionary(entry => entry.Name, entry => GoldenTensor.Read(entry.Value))
        : MeasuredTensors(name);

    /// <summary>One of the odd little picture files; the copy has none of them.</summary>
    public static string Picture(string name) => Repository.Shared("golden", "images", name);

    public static JsonElement Measured(string name) => Parse(Repository.Shared("golden", name + ".json"));

    public static IReadOnlyDictionary<string, GoldenTensor> MeasuredTensors(string name) =>
        Safetensors.Read(Repository.Shared("golden", name + ".safetensors")).Tensors.ToDictionary(entry => entry.Key, entry => GoldenTensor.Of(entry.Value));

    public static double[] Doubles(this JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetDouble())];

    public static int[] Ints(this JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>Compares element by element and names the first that differs.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, torch.Tensor actual, double tolerance) =>
        new GoldenTensor([expected.Length], 1, expected.ToArray(), null).AssertClose(actual, tolerance);

    private static JsonElement Copied(string name) => Parse(Repository.Path([.. GoldenCopy.Folder, name + ".json"]));

    private static JsonElement Parse(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
}
