namespace Notable.Learning;

/// <summary>In which order a loader goes through its items.</summary>
internal abstract class ItemOrder
{
    /// <summary>One after another, and all of them: validation.</summary>
    public static ItemOrder AsListed { get; } = new Listed();

    /// <summary>At random, each once; what is left over after whole batches is dropped.</summary>
    public static ItemOrder Shuffled { get; } = new Shuffle();

    /// <summary>As many draws as there are items, with replacement, by weight; what is left over after whole batches is dropped.</summary>
    /// <param name="weights">A weight an item, not negative, not all 0.</param>
    public static ItemOrder Weighted(IReadOnlyList<double> weights) => new Draws(weights);

    /// <summary>Whether a last short batch is dropped.</summary>
    public virtual bool DropsLast => true;

    /// <summary>Whether an item may come more than once.</summary>
    public virtual bool Repeats => false;

    /// <summary>The items' places.</summary>
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
            // The first item whose sum is above: an exact hit belongs to the next one that has any weight.
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
                : throw new DataException($"the weight {weight} of an item is not a number from 0 up"))];
            return sum > 0 ? sums : throw new DataException("all items have weight 0: none could be drawn");
        }
    }
}
