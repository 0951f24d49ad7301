namespace Notable.Learning;

/// <summary>
/// Pictures of none of the classes, such as other banknotes, coins, rooms. A model trained with them has an additional answer,
/// "neither", with its own probability.
/// </summary>
/// <param name="Path">The source, passed to <see cref="GetItems"/>: a folder; its sub-folders have no meaning.</param>
public sealed record Negatives(string Path)
{
    /// <summary>Lists the pictures. By default <see cref="ImageFiles.In"/>.</summary>
    public Func<string, IReadOnlyList<string>> GetItems { get; init; } = ImageFiles.In;

    /// <summary>
    /// Estimated fraction of pictures of none of the classes in use, above 0 and below 1. The fraction in training is usually different;
    /// calibration corrects the probabilities from that one to this one (Saerens et al. 2002).
    /// </summary>
    public double ExpectedShare
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "ExpectedShare must be between 0 and 1, both excluded");
    } = 0.125;

    /// <summary>Selects negatives for validation, separately: the classes are split as without negatives. By default a random fifth.</summary>
    public Splitter Splitter { get; init; } = new RandomSplitter();
}
