namespace Notable.Learning;

/// <summary>
/// Draws training items by weight (fastai's WeightedDL). An epoch then has as many draws as there are items, with replacement: some
/// items occur several times, some not at all.
/// </summary>
/// <param name="Weights">Returns one weight per item, not negative, from the items and their classes.</param>
public sealed record Sampler(Func<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<double>> Weights)
{
    /// <summary>Draws every class equally often, however many pictures it has.</summary>
    public static Sampler BalancedClasses { get; } = new((_, classes) =>
    {
        var counts = classes.CountBy(name => name).ToDictionary();
        return [.. classes.Select(name => 1.0 / counts[name])];
    });

    /// <summary>Weights items by a function of their path.</summary>
    public static Sampler Weighted(Func<string, double> weight) => new((items, _) => [.. items.Select(weight)]);
}
