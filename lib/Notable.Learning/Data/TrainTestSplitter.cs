namespace Notable.Learning;

/// <summary>
/// A random share of each class validates, so that both halves have the classes in the same shares (fastai's TrainTestSplitter with
/// stratify). A class of two pictures or more is on both sides.
/// </summary>
/// <param name="testSize">Share of the items that validate, 0 to 1 (both excluded).</param>
/// <param name="seed">Another seed, another split.</param>
/// <param name="stratify">An item's class; null takes its parent folder.</param>
public sealed class TrainTestSplitter(double testSize = 0.2, int seed = 42, Func<string, string>? stratify = null) : Splitter
{
    private readonly double testSize = Shares.Inside(testSize, nameof(testSize));

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
