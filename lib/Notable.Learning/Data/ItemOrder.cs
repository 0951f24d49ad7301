namespace Notable.Learning;

/// <summary>The order in which a loader visits its items.</summary>
internal abstract class ItemOrder
{
    /// <summary>All items in order: validation.</summary>
    public static ItemOrder AsListed { get; } = new Listed();

    /// <summary>All items once, in random order; an incomplete last batch is dropped.</summary>
    public static ItemOrder Shuffled { get; } = new Shuffle();

    /// <summary>Draws as many items as there are, with replacement, by weight; an incomplete last batch is dropped.</summary>
    /// <param name="weights">One weight per item, not negative, not all 0.</param>
    public static ItemOrder Weighted(IReadOnlyList<double> weights) => new Draws(weights);

    /// <summary>Whether an incomplete last batch is dropped.</summary>
    public virtual bool DropsLast => true;

    /// <summary>Whether an item may occur more than once.</summary>
    public virtual bool Repeats => false;

    /// <summary>Returns the indexes of the items.</summary>
    public abstract int[] Places(int count, Random random);

    private sealed class Listed : ItemOrder
    {
        public override bool DropsLast => false;

        public override int[] Places(int count, Random random) => [.. Enumerable.Range(0, count)];
    }

    private sealed class Shuffle : ItemOrder
    {
        public override int[] Places(int count, Random random)
        {
            int[] places = [.. Enumerable.Range(0, count)];
            random.Shuffle(places);
            return places;
        }
    }

    private sealed class Draws(IReadOnlyList<double> weights) : ItemOrder
    {
        private readonly double[] sums = Sums(weights);

        public override bool Repeats => true;

        public override int[] Places(int count, Random random) =>
            [.. Enumerable.Range(0, count).Select(_ => Find(random.NextDouble() * sums[^1]))];

        private int Find(double at)
        {
            var found = Array.BinarySearch(sums, at);
            // The first item whose cumulative weight is above the draw: an exact hit belongs to the next item with a nonzero weight.
            var place = found < 0 ? ~found : found;
            while (sums[place] <= at)
                place++;
            return place;
        }

        private static double[] Sums(IReadOnlyList<double> weights)
        {
            var sum = 0.0;
            double[] sums = [.. weights.Select(weight => double.IsFinite(weight) && weight >= 0
                ? sum += weight
                : throw new DataException($"the weight {weight} of an item must be 0 or more"))];
            return sum > 0 ? sums : throw new DataException("all items have weight 0: none can be drawn");
        }
    }
}
