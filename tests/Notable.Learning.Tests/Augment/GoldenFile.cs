using System.Runtime.InteropServices;
using System.Text.Json;
using Notable.Testing;
using Notable.Torch.Files;
using TorchSharp;

namespace Notable.Learning.Tests.Augment;

/// <summary>Numbers measured with fastai, beside the repository; a test that needs them is skipped where they are not.</summary>
internal static class GoldenFile
{
    public static JsonElement Json(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("golden", name + ".json"))).RootElement;

    public static IReadOnlyDictionary<string, StoredTensor> Tensors(string name) =>
        Safetensors.Read(Repository.Shared("golden", name + ".safetensors")).Tensors;

    public static float[] Floats(this StoredTensor stored) => MemoryMarshal.Cast<byte, float>(stored.Data.Span).ToArray();

    public static torch.Tensor ToTensor(this StoredTensor stored) => torch.tensor(stored.Floats()).view(stored.Shape);

    public static double[] Doubles(this JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetDouble())];

    public static int[] Ints(this JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>Compares element by element and names the worst.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, torch.Tensor actual, double tolerance)
    {
        using var contiguous = actual.contiguous();
        var found = contiguous.data<float>().ToArray();
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) <= tolerance,
                $"at {i}: expected {expected[i]:R} within {tolerance}, found {found[i]:R}");
    }
}
