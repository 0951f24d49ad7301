namespace Notable.Learning;

/// <summary>
/// Whole groups validate, at random, until their items are a share of all: photos of one note, of one day, of one place stay on one
/// side, so that the error is that of photos like none seen before.
/// </summary>
/// <param name="group">An item's group.</param>
/// <param name="validPct">Share of the items that validate at least, 0 to 1 (both excluded).</param>
/// <param name="seed">Another seed, another split.</param>
public sealed class GroupSplitter(Func<string, string> group, double validPct = 0.2, int seed = 42) : Splitter
{
    private readonly double validPct = Shares.Inside(validPct, nameof(validPct));

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        var groups = Enumerable.Range(0, items.Count).GroupBy(i => group(items[i])).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (groups.Length < 2)
            throw new DataException($"all {items.Count} items are of one group: two groups or more can be told apart");
        new SeededRandom(seed).Shuffle(groups);
        HashSet<int> valid = [];
        // One group at least is left to train with.
        foreach (var next in groups[..^1])
        {
            if (valid.Count >= validPct * items.Count)
                break;
            valid.UnionWith(next);
        }
        return Split.By(items.Count, valid.Contains);
    }
}
