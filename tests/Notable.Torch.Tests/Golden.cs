using System.Text.Json;
using Notable.Testing;

namespace Notable.Torch.Tests;

/// <summary>Reads the golden folder's JSON.</summary>
internal static class Golden
{
    internal static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Shared("golden", file)));
        return document.RootElement.Clone();
    }

    internal static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    internal static long[] Longs(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetInt64())];
}
