namespace Notable.Learning;

/// <summary>
/// Which items train the network and which only measure it; indexes into the list of items, in the order of use.
/// </summary>
/// <param name="Train">Items to train with.</param>
/// <param name="Valid">Items to validate with.</param>
public sealed record Split(IReadOnlyList<int> Train, IReadOnlyList<int> Valid)
{
    /// <summary>Every item for which <paramref name="isValid"/> holds validates, the others train.</summary>
    internal static Split By(int count, Func<int, bool> isValid)
    {
        var sides = Enumerable.Range(0, count).ToLookup(isValid);
        return new([.. sides[false]], [.. sides[true]]);
    }
}

/// <summary>A rule that sets items apart for validation.</summary>
public abstract class Splitter
{
    /// <summary>Splits these items (paths, in listing order).</summary>
    public abstract Split Apply(IReadOnlyList<string> items);
}

/// <summary>The halves of a data set.</summary>
public enum Subset
{
    /// <summary>What is trained with.</summary>
    Train,

    /// <summary>What is measured with.</summary>
    Valid,
}
