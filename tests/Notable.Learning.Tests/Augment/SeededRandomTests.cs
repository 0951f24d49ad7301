namespace Notable.Learning.Tests.Augment;

public class SeededRandomTests
{
    [Fact]
    public void A_key_gives_the_same_numbers_on_every_machine()
    {
        var random = new SeededRandom(42, 3, 7);
        double[] expected = [0.3115199897122619, 0.2783191814048793, 0.029302935721728485];
        Assert.Equal(expected, new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() });
        Assert.Equal([900, 63, 8], [random.Next(0, 1000), random.Next(0, 1000), random.Next(0, 1000)]);
    }

    [Fact]
    public void Neighboring_keys_give_unrelated_first_numbers()
    {
        var firsts = Enumerable.Range(0, 4000).Select(i => new SeededRandom(42, i).NextDouble()).ToArray();
        Assert.InRange(firsts.Average(), 0.48, 0.52);
        var products = firsts.Zip(firsts.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12;
        Assert.InRange(products, -0.06, 0.06);
    }

    [Fact]
    public void Every_part_of_the_key_and_its_place_count()
    {
        long[][] keys = [[1, 2], [2, 1], [1, 2, 0], [12], [1], [-1], []];
        Assert.Equal(keys.Length, keys.Select(key => new SeededRandom(key).NextInt64()).Distinct().Count());
    }

    [Fact]
    public void A_shuffle_is_a_permutation()
    {
        int[] order = [.. Enumerable.Range(0, 100)];
        new SeededRandom(5).Shuffle(order);
        Assert.NotEqual(Enumerable.Range(0, 100), order);
        Assert.Equal(Enumerable.Range(0, 100), order.Order());
    }
}
