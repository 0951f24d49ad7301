namespace Notable.Learning;

/// <summary>Which items are for training and which for validation, as indexes into the list of items, in the order of use.</summary>
/// <param name="Train">Items for training.</param>
/// <param name="Valid">Items for validation.</param>
public sealed record Split(IReadOnlyList<int> Train, IReadOnlyList<int> Valid)
{
    /// <summary>Validates with the items for which <paramref name="isValid"/> is true and trains with the others.</summary>
    internal static Split By(int count, Func<int, bool> isValid)
    {
        var sides = Enumerable.Range(0, count).ToLookup(isValid);
        return new([.. sides[false]], [.. sides[true]]);
    }
}

/// <summary>A rule that selects items for validation.</summary>
public abstract class Splitter
{
    /// <summary>Splits the items (paths, in listing order).</summary>
    public abstract Split Apply(IReadOnlyList<string> items);
}

/// <summary>The halves of a data set.</summary>
public enum Subset
{
    /// <summary>The training half.</summary>
    Train,

    /// <summary>The validation half.</summary>
    Valid,
}
