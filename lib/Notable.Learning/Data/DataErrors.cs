namespace Notable.Learning;

/// <summary>Errors of a data set as a whole.</summary>
internal static class DataErrors
{
    private const int ShownFiles = 10;

    public static DataException Unreadable(IReadOnlyList<SkippedPicture> unreadable, int count, string path)
    {
        var shown = unreadable.Take(ShownFiles).Select(picture => $"\n  {picture.Path}: {picture.Reason}");
        var more = unreadable.Count > ShownFiles ? $"\n  ... and {unreadable.Count - ShownFiles} more" : "";
        return new($"{unreadable.Count} of {count} pictures cannot be read:{string.Concat(shown)}{more}\n"
            + $"Run `notable verify {path}` to list them all or move them aside, or train without them: "
            + "on the command line with --skip-unreadable, in code with ImageBlock.SkipUnreadable.");
    }

    public static void CheckNegatives(IReadOnlyList<string> vocab, Negatives? negatives)
    {
        if (negatives is not null && vocab.Contains(Prediction.NeitherLabel))
            throw new DataException($"a class is called \"{Prediction.NeitherLabel}\", which is reserved for negatives: rename its folder, "
                + "or put its pictures among the negatives");
    }

    public static void CheckNegatives(Split split, int count)
    {
        if (split.Train.Count == 0 || split.Valid.Count == 0)
            throw new DataException($"{count} negatives were split into {split.Train.Count} for training and {split.Valid.Count} for validation: "
                + "each needs at least one, and a few dozen to learn from; add pictures");
    }

    public static void CheckSplit(Split split, Categories categories)
    {
        var (vocab, labels) = categories;
        var counts = $"{labels.Count} pictures were split into {split.Train.Count} for training and {split.Valid.Count} for validation";
        if (split.Train.Count < 2)
            throw new DataException($"{counts}: training needs at least 2; add pictures");
        if (split.Valid.Count == 0)
            throw new DataException($"{counts}: validation needs at least 1; add pictures, or use a larger validation fraction");
        string[] missing = [.. vocab.Except(split.Train.Select(i => vocab[labels[i]]))];
        if (missing.Length > 0)
            throw new DataException($"{counts}: none of class {string.Join(", ", missing)} is left to train with; "
                + "add pictures of it, or split with another seed");
    }
}
