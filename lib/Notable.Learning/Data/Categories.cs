namespace Notable.Learning;

/// <summary>The classes of a list of items.</summary>
/// <param name="Vocab">The classes, in the order of the network's outputs.</param>
/// <param name="Labels">The class of each item, an index into <paramref name="Vocab"/>.</param>
internal sealed record Categories(IReadOnlyList<string> Vocab, IReadOnlyList<int> Labels)
{
    /// <summary>The limits of a model file; checked before a training, which would otherwise be lost.</summary>
    public const int MostClasses = ModelCard.MostClasses, LongestLabel = ModelCard.LongestLabel;

    /// <summary>Determines the class of each item.</summary>
    /// <param name="items">The items.</param>
    /// <param name="getY">Returns an item's class.</param>
    /// <param name="wanted">The allowed classes; null uses those found, sorted.</param>
    public static Categories Of(IReadOnlyList<string> items, Func<string, string> getY, IReadOnlyList<string>? wanted)
    {
        string[] names = [.. items.Select(item => Named(item, getY))];
        string[] found = [.. names.Distinct().Order(StringComparer.Ordinal)];
        if (wanted is not null)
            CheckVocab(wanted, found);
        if (found.Length < 2)
            throw new DataException(
                $"only one class, \"{found.FirstOrDefault()}\", in {items.Count} picture{(items.Count == 1 ? "" : "s")}: a classifier needs at least two; "
                + "expected a folder with one sub-folder of pictures per class or, in code, a GetY that tells the classes apart");
        string[] vocab = wanted is null ? found : [.. wanted];
        CheckLimits(vocab);
        return new(vocab, [.. names.Select(name => Array.IndexOf(vocab, name))]);
    }

    private static void CheckLimits(string[] vocab)
    {
        if (vocab.Length > MostClasses)
            throw new DataException($"{vocab.Length:N0} classes were found; a model can have at most {MostClasses:N0}");
        if (vocab.FirstOrDefault(name => name.Length > LongestLabel) is { } tooLong)
            throw new DataException($"the class name \"{tooLong[..60]}...\" has {tooLong.Length} characters; a model file has names of at most {LongestLabel}: rename its folder");
    }

    private static string Named(string item, Func<string, string> getY) => getY(item) is { Length: > 0 } name
        ? name
        : throw new DataException($"GetY returned no class for {item}");

    private static void CheckVocab(IReadOnlyList<string> wanted, string[] found)
    {
        if (wanted.Distinct().Count() != wanted.Count)
            throw new DataException($"the given vocabulary contains a class twice: {string.Join(", ", wanted)}");
        if (found.Except(wanted).ToArray() is { Length: > 0 } unknown)
            throw new DataException(
                $"pictures of class {string.Join(", ", unknown)} were found, which the given vocabulary does not contain ({string.Join(", ", wanted)})");
        if (wanted.Except(found).ToArray() is { Length: > 0 } missing)
            throw new DataException($"no picture of class {string.Join(", ", missing)} was found (only {string.Join(", ", found)}): "
                + "add some, or remove the class from the vocabulary");
    }
}
