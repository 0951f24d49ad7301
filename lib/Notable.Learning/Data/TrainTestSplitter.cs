namespace Notable.Learning;

/// <summary>
/// Validates with a random fraction of each class, so that both halves have the same class frequencies (fastai's TrainTestSplitter with
/// stratify). A class of at least two pictures is in both halves.
/// </summary>
/// <param name="testSize">Fraction of the items for validation, 0 to 1 (both excluded).</param>
/// <param name="seed">Random seed of the split.</param>
/// <param name="stratify">Returns an item's class; null uses its parent folder.</param>
public sealed class TrainTestSplitter(double testSize = 0.2, int seed = 42, Func<string, string>? stratify = null) : Splitter
{
    private readonly double testSize = FractionCheck.Inside(testSize, nameof(testSize));

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        HashSet<int> valid = [];
        var classes = Enumerable.Range(0, items.Count).GroupBy(i => (stratify ?? Labels.ParentFolder)(items[i])).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var (number, group) in classes.Index())
        {
            int[] members = [.. group];
            new SeededRandom(seed, number).Shuffle(members);
            var count = (int)Math.Round(testSize * members.Length);
            valid.UnionWith(members.Take(members.Length < 2 ? 0 : Math.Clamp(count, 1, members.Length - 1)));
        }
        return Split.By(items.Count, valid.Contains);
    }
}
