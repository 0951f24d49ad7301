namespace Notable.Learning;

/// <summary>Splits by the name of the folder two levels up: <c>bills/valid/usd50/1.jpg</c>. Items in other folders are left out.</summary>
/// <param name="trainName">The folder of the training items.</param>
/// <param name="validName">The folder of the validation items.</param>
public sealed class GrandparentSplitter(string trainName = "train", string validName = "valid") : Splitter
{
    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        var folders = items.Select(item => Labels.ParentFolder(Path.GetDirectoryName(Path.GetFullPath(item))!)).ToArray();
        return new([.. Named(trainName)], [.. Named(validName)]);

        IEnumerable<int> Named(string name) => Enumerable.Range(0, folders.Length).Where(i => folders[i] == name);
    }
}

/// <summary>Splits by a function of the path.</summary>
/// <param name="isValid">Returns true for validation items.</param>
public sealed class FuncSplitter(Func<string, bool> isValid) : Splitter
{
    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items) => Split.By(items.Count, i => isValid(items[i]));
}

/// <summary>Splits by indexes into the list of items.</summary>
/// <param name="valid">Indexes of the validation items.</param>
public sealed class IndexSplitter(params IReadOnlyList<int> valid) : Splitter
{
    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        if (valid.Where(i => i < 0 || i >= items.Count).ToArray() is { Length: > 0 } outside)
            throw new DataException($"IndexSplitter was given index {outside[0]}, but there are {items.Count} items (0 to {items.Count - 1})");
        var chosen = valid.ToHashSet();
        return Split.By(items.Count, chosen.Contains);
    }
}
