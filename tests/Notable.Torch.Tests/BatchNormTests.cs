using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class BatchNormTests : TensorTest
{
    [Fact]
    public void Running_statistics_move_a_tenth_of_the_way_in_training_only()
    {
        using var norm = BatchNorm2d(1);
        var x = torch.tensor(new float[] { 1, 2, 3, 6 }, [2, 1, 1, 2]);
        norm.eval();
        norm.call(x);
        Assert.Equal(0, norm.running_mean!.item<float>());
        norm.train();
        var y = norm.call(x);
        Assert.Equal(0.1 * 3, norm.running_mean!.item<float>(), 1e-6);
        // The unbiased variance of 1, 2, 3, 6 is 14 / 3.
        Assert.Equal(0.9 + 0.1 * 14 / 3, norm.running_var!.item<float>(), 1e-6);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        Assert.Equal(0, y.mean().ToDouble(), 1e-6);
    }

    [Fact]
    public void Another_rank_is_refused()
    {
        using var norm = BatchNorm2d(3);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => norm.call(torch.zeros(2, 3))).Message);
    }
}
