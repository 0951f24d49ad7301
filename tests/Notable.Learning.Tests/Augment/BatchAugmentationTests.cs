using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Augment;

public class BatchAugmentationTests
{
    private static torch.Tensor Twins(int count)
    {
        using var one = torch.tensor(Formula.Uniform(7, 3 * 16 * 16, 0, 1)).view(1, 3, 16, 16);
        return one.expand(count, 3, 16, 16).contiguous();
    }

    private static torch.Tensor Augmented(torch.Tensor images, Random random) =>
        AugTransforms.Default().Aggregate(images, (changed, transform) => transform.Apply(changed, random));

    [Fact]
    public void Every_picture_of_a_batch_has_its_own_draws()
    {
        using var scope = torch.NewDisposeScope();
        var result = Augmented(Twins(8), new SeededRandom(1));
        var distinct = Enumerable.Range(0, 8).Select(i => result[i].sum().item<float>()).Distinct().Count();
        Assert.Equal(8, distinct);
    }

    [Fact]
    public void One_seed_gives_one_result()
    {
        using var scope = torch.NewDisposeScope();
        var (first, second) = (Augmented(Twins(8), new SeededRandom(1)), Augmented(Twins(8), new SeededRandom(1)));
        Assert.Equal(first.data<float>().ToArray(), second.data<float>().ToArray());
    }

    [Fact]
    public void Values_stay_between_0_and_1()
    {
        using var scope = torch.NewDisposeScope();
        var result = Augmented(Twins(32), new SeededRandom(2));
        Assert.InRange(result.min().item<float>(), 0, 1);
        Assert.InRange(result.max().item<float>(), 0, 1);
        Assert.Equal([32, 3, 16, 16], result.shape);
    }

    [Fact]
    public void A_size_shrinks_the_batch()
    {
        using var scope = torch.NewDisposeScope();
        var transform = AugTransforms.Default(size: 8)[0];
        Assert.Equal([4, 3, 8, 8], transform.Apply(Twins(4), new SeededRandom(3)).shape);
    }
}
