using TorchSharp;

namespace Notable.Torch.Tests;

public class RandomTests : TensorTest
{
    [Fact]
    public void Randperm_of_seed_42_is_pytorchs()
    {
        torch.manual_seed(42);
        Assert.Equal([2, 6, 1, 8, 4, 5, 0, 9, 3, 7], torch.randperm(10).data<long>().ToArray());
    }

    [Fact]
    public void A_generator_of_its_own_gives_the_same_and_leaves_the_shared_one_alone()
    {
        torch.manual_seed(7);
        var expected = torch.rand(3).data<float>().ToArray();
        torch.manual_seed(7);
        using var generator = new torch.Generator(42);
        Assert.Equal([2, 6, 1, 8, 4, 5, 0, 9, 3, 7], torch.randperm(10, generator: generator).data<long>().ToArray());
        Assert.Equal(expected, torch.rand(3).data<float>().ToArray());
    }

    [Fact]
    public void Splits_of_all_sizes_are_the_golden_ones()
    {
        foreach (var set in Golden.Read("d_random_splitter.json").GetProperty("cases").EnumerateArray())
        {
            torch.manual_seed(42);
            var all = torch.randperm(set.GetProperty("n").GetInt64()).data<long>().ToArray();
            var valid = set.GetProperty("valid").Longs();
            Assert.Equal(valid, all[..valid.Length]);
            Assert.Equal(set.GetProperty("train_first8").Longs(), all[valid.Length..(valid.Length + 8)]);
        }
    }
}
