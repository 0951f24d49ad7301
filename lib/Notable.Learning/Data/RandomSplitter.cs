using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// A random share validates: the first int(<paramref name="validPct"/> n) of libtorch's seeded permutation, the rest trains.
/// fastai's rule; with the sorted listing of <see cref="ImageFiles.In"/> one seed gives one split on every machine.
/// </summary>
/// <param name="validPct">Share of the items that validate, 0 to 1 (both excluded).</param>
/// <param name="seed">Another seed, another split.</param>
public sealed class RandomSplitter(double validPct = 0.2, int seed = 42) : Splitter
{
    private readonly double validPct = Shares.Inside(validPct, nameof(validPct));

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        // A generator of its own: whoever else draws from libtorch's global one is not disturbed.
        using var generator = new torch.Generator((ulong)seed, torch.CPU);
        using var order = torch.randperm(items.Count, generator: generator);
        int[] indexes = [.. order.data<long>().ToArray().Select(index => (int)index)];
        var valid = (int)(validPct * items.Count);
        return new(indexes[valid..], indexes[..valid]);
    }
}
