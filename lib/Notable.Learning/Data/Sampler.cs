namespace Notable.Learning;

/// <summary>
/// How often training items are drawn against one another (fastai's WeightedDL). An epoch then has as many draws as there are items,
/// with replacement: some come several times, some not at all.
/// </summary>
/// <param name="Weights">A weight an item, not negative, from the items and their classes.</param>
public sealed record Sampler(Func<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<double>> Weights)
{
    /// <summary>Every class as often as any other, however many pictures it has.</summary>
    public static Sampler BalancedClasses { get; } = new((_, classes) =>
    {
        var counts = classes.CountBy(name => name).ToDictionary();
        return [.. classes.Select(name => 1.0 / counts[name])];
    });

    /// <summary>By a function of the item's path.</summary>
    public static Sampler Weighted(Func<string, double> weight) => new((items, _) => [.. items.Select(weight)]);
}
