namespace Notable.Learning;

/// <summary>
/// Splits by two folders that hold the halves of a data set, with one sub-folder per class in each: <c>bills/train/usd50/1.jpg</c>,
/// <c>bills/valid/usd50/2.jpg</c>. Other folders beside them are ignored.
/// </summary>
/// <param name="train">The folder of the training pictures.</param>
/// <param name="valid">The folder of the validation pictures.</param>
public sealed class SplitFolders(string train, string valid) : Splitter
{
    private readonly string train = Path.GetFullPath(train), valid = Path.GetFullPath(valid);

    /// <summary>Returns the two folders of a data set; null if it does not have both.</summary>
    /// <param name="path">The folder of the data set.</param>
    /// <param name="train">The name of the training folder.</param>
    /// <param name="valid">The name of the validation folder.</param>
    public static SplitFolders? Find(string path, string train = "train", string valid = "valid")
    {
        var halves = (Train: Path.Combine(path, train), Valid: Path.Combine(path, valid));
        return Directory.Exists(halves.Train) && Directory.Exists(halves.Valid) ? new(halves.Train, halves.Valid) : null;
    }

    /// <summary>Returns the pictures of both folders, for <see cref="DataBlock.GetItems"/>; the argument is ignored.</summary>
    public IReadOnlyList<string> Items(string path) => [.. ImageFiles.In(train), .. ImageFiles.In(valid)];

    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        return new([.. Below(train)], [.. Below(valid)]);

        IEnumerable<int> Below(string folder) => Enumerable.Range(0, items.Count)
            .Where(i => Path.GetFullPath(items[i]).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
