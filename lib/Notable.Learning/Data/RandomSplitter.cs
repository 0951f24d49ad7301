using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// Validates with a random fraction: the first int(<paramref name="validPct"/> n) items of libtorch's seeded permutation, as in fastai.
/// With the sorted listing of <see cref="ImageFiles.In"/> a seed gives the same split on every machine.
/// </summary>
/// <param name="validPct">Fraction of the items for validation, 0 to 1 (both excluded).</param>
/// <param name="seed">Random seed of the split.</param>
public sealed class RandomSplitter(double validPct = 0.2, int seed = 42) : Splitter
{
    private readonly double validPct = FractionCheck.Inside(validPct, nameof(validPct));

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        // A separate generator, so that libtorch's global one is not advanced.
        using var generator = new torch.Generator((ulong)seed, torch.CPU);
        using var order = torch.randperm(items.Count, generator: generator);
        int[] indexes = [.. order.data<long>().ToArray().Select(index => (int)index)];
        var valid = (int)(validPct * items.Count);
        return new(indexes[valid..], indexes[..valid]);
    }
}
