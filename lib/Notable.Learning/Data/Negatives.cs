namespace Notable.Learning;

/// <summary>
/// Pictures of none of the classes, such as other banknotes, coins, rooms. Trained with them, a model has one answer more than
/// classes, "neither", and says how probable that is.
/// </summary>
/// <param name="Path">The source, given to <see cref="GetItems"/>: a folder; its sub-folders mean nothing.</param>
public sealed record Negatives(string Path)
{
    /// <summary>Lists the pictures. By default <see cref="ImageFiles.In"/>.</summary>
    public Func<string, IReadOnlyList<string>> GetItems { get; init; } = ImageFiles.In;

    /// <summary>
    /// Which share of the pictures that a model will be asked about is of none of the classes, above 0 and below 1: a guess. There
    /// are other shares among the pictures it learns from, and its probabilities are moved from those to this one when it is
    /// calibrated (Saerens et al. 2002).
    /// </summary>
    public double ExpectedShare
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "ExpectedShare must be between 0 and 1, both excluded");
    } = 0.125;

    /// <summary>
    /// Sets some apart for validation, by itself: the classes' split is the one they have without negatives. By default a random
    /// fifth.
    /// </summary>
    public Splitter Splitter { get; init; } = new RandomSplitter();
}
