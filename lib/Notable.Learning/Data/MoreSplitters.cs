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

/// <summary>The items that a text file names validate: a file name or the end of a path a line, <c>1.jpg</c> or <c>usd50/1.jpg</c>.</summary>
/// <param name="path">The text file.</param>
public sealed class FileSplitter(string path) : Splitter
{
    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        if (!File.Exists(path))
            throw new DataException($"there is no file {Path.GetFullPath(path)} that names the items to validate with");
        string[] names = [.. File.ReadLines(path).Select(line => line.Trim().Replace('\\', '/')).Where(line => line.Length > 0)];
        var ends = names.Select(name => "/" + name).ToHashSet(StringComparer.Ordinal);
        var split = Split.By(items.Count, i => Ends(items[i]).Any(ends.Contains));
        return split.Valid.Count > 0
            ? split
            : throw new DataException($"{path} names {names.Length} files, none of which is among the {items.Count} items; it takes a file name or the end of a path a line");
    }

    // "/1.jpg", "/usd50/1.jpg", ...
    private static IEnumerable<string> Ends(string item)
    {
        var full = "/" + item.Replace('\\', '/').TrimStart('/');
        for (var slash = full.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : full.LastIndexOf('/', slash - 1))
            yield return full[slash..];
    }
}

/// <summary>Shares that leave something on both sides.</summary>
internal static class Shares
{
    public static double Inside(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is a share between 0 and 1, such as 0.2");
}
