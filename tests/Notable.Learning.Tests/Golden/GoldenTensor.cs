using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notable.Learning.Files;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>An expected tensor: every <paramref name="Stride"/>th of its numbers, or its bytes, or no more than their digest.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Stride">From number to number.</param>
/// <param name="Values">The numbers; empty for bytes.</param>
/// <param name="Bytes">The bytes; null where only their digest is known.</param>
internal sealed record GoldenTensor(long[] Shape, int Stride, float[] Values, byte[]? Bytes)
{
    /// <summary>The bytes' SHA-256; null for numbers.</summary>
    public string? Digest { get; init; }

    public static GoldenTensor Of(StoredTensor stored) => stored.DType == "F32"
        ? new(stored.Shape, 1, MemoryMarshal.Cast<byte, float>(stored.Data.Span).ToArray(), null)
        : new(stored.Shape, 1, [], stored.Data.ToArray()) { Digest = DigestOf(stored.Data.Span) };

    public static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public torch.Tensor ToTensor() => Stride == 1
        ? torch.tensor((IList<float>)Values, Shape)
        : throw new InvalidOperationException("a tensor of which only some numbers are known is no input");

    public float[] Floats() => Stride == 1 ? Values : throw new InvalidOperationException("only some of these numbers are known: use AssertClose");

    /// <summary>Compares the known numbers one by one and names the first that differs.</summary>
    public void AssertClose(torch.Tensor actual, double tolerance)
    {
        using var contiguous = actual.contiguous();
        var found = contiguous.data<float>().ToArray();
        Assert.Equal(Shape.Aggregate(1L, (a, b) => a * b), found.Length);
        for (var i = 0; i < Values.Length; i++)
            Assert.True(Math.Abs(Values[i] - found[i * Stride]) <= tolerance,
                $"at {i * Stride}: expected {Values[i]:R} within {tolerance}, found {found[i * Stride]:R}");
    }

    /// <summary>The same with fewer numbers; few are kept whole.</summary>
    public GoldenTensor Thinned(int most)
    {
        var stride = (Values.Length + most - 1) / most;
        return this with { Stride = stride, Values = [.. Values.Where((_, i) => i % stride == 0)] };
    }

    public JsonObject ToJson() => Digest is null
        ? new JsonObject { ["shape"] = new JsonArray([.. Shape.Select(side => JsonValue.Create(side))]), ["stride"] = Stride, ["values"] = new JsonArray([.. Values.Select(value => JsonValue.Create(value))]) }
        : new JsonObject { ["shape"] = new JsonArray([.. Shape.Select(side => JsonValue.Create(side))]), ["sha256"] = Digest, ["bytes"] = Bytes is null ? null : Convert.ToBase64String(Bytes) };

    public static GoldenTensor Read(JsonElement json)
    {
        long[] shape = [.. json.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64())];
        if (!json.TryGetProperty("sha256", out var digest))
            return new(shape, json.GetProperty("stride").GetInt32(), [.. json.GetProperty("values").EnumerateArray().Select(value => value.GetSingle())], null);
        return new(shape, 1, [], json.GetProperty("bytes").GetString() is { } bytes ? Convert.FromBase64String(bytes) : null) { Digest = digest.GetString() };
    }
}
