using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Measures how similar a picture is to others.</summary>
internal static class Density
{
    private const int RowsAtOnce = 512;

    /// <summary>Returns 1 minus the mean cosine similarity to the nearest others.</summary>
    /// <param name="features">[N, channels].</param>
    /// <param name="neighbors">Number of others, at most N - 1.</param>
    public static float[] Strangeness(Tensor features, int neighbors)
    {
        using var scope = NewDisposeScope();
        var unit = nn.functional.normalize(features, dim: 1);
        var count = (int)features.shape[0];
        var k = Math.Min(neighbors, count - 1);
        List<float> found = [];
        for (var start = 0; start < count; start += RowsAtOnce)
        {
            using var part = NewDisposeScope();
            var rows = unit.slice(0, start, Math.Min(start + RowsAtOnce, count), 1);
            // The nearest of k + 1 is the picture itself, or an identical one.
            var nearest = rows.matmul(unit.transpose(0, 1)).topk(k + 1, dim: 1).values;
            found.AddRange(nearest.slice(1, 1, k + 1, 1).mean([1]).data<float>().ToArray().Select(cosine => 1 - cosine));
        }
        return [.. found];
    }
}
