namespace Notable.Learning;

/// <summary>
/// Validates with whole groups, chosen at random until they make up a fraction of the items. Photos of one note, day or place stay
/// on one side, so the error is measured on groups the model has never seen.
/// </summary>
/// <param name="group">Returns an item's group.</param>
/// <param name="validPct">Minimum fraction of the items for validation, 0 to 1 (both excluded).</param>
/// <param name="seed">Random seed of the split.</param>
public sealed class GroupSplitter(Func<string, string> group, double validPct = 0.2, int seed = 42) : Splitter
{
    private readonly double validPct = FractionCheck.Inside(validPct, nameof(validPct));

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        var groups = Enumerable.Range(0, items.Count).GroupBy(i => group(items[i])).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (groups.Length < 2)
            throw new DataException($"all {items.Count} items are in one group: at least two groups are needed");
        new SeededRandom(seed).Shuffle(groups);
        HashSet<int> valid = [];
        // Leaves at least one group for training.
        foreach (var next in groups[..^1])
        {
            if (valid.Count >= validPct * items.Count)
                break;
            valid.UnionWith(next);
        }
        return Split.By(items.Count, valid.Contains);
    }
}
