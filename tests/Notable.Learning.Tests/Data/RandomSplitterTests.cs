using TorchSharp;

namespace Notable.Learning.Tests.Data;

public class RandomSplitterTests
{
    private static string[] Items(int count) => [.. Enumerable.Range(0, count).Select(i => $"{i}.jpg")];

    [Fact]
    public void Ten_items_split_as_in_fastai()
    {
        var split = new RandomSplitter(0.2, 42).Apply(Items(10));
        Assert.Equal([2, 6], split.Valid);
        Assert.Equal([1, 8, 4, 5, 0, 9, 3, 7], split.Train);
    }

    [Fact]
    public void Fifty_items_split_as_in_fastai() =>
        Assert.Equal([42, 17, 30, 34, 20, 25, 0, 8, 36, 18], new RandomSplitter(0.2, 42).Apply(Items(50)).Valid);

    [Fact]
    public void The_global_generator_is_not_disturbed()
    {
        torch.manual_seed(7);
        using var expected = torch.rand(3);
        torch.manual_seed(7);
        new RandomSplitter(0.2, 42).Apply(Items(100));
        using var found = torch.rand(3);
        Assert.Equal(expected.data<float>().ToArray(), found.data<float>().ToArray());
    }

    [Fact]
    public void A_percentage_instead_of_a_share_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSplitter(20));
}
