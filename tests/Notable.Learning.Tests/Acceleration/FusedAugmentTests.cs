using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>What the pass refuses. What it computes is compared with the transforms one by one where those are.</summary>
public class FusedAugmentTests : TensorTest
{
    private static torch.Tensor Apply(torch.Tensor pixels, float[]? maps = null, float[]? lights = null, int means = 3, long height = 4) =>
        FusedAugment.Apply(pixels, maps ?? [], lights ?? [], new float[means], [1, 1, 1], height, 4);

    private static torch.Tensor Pixels(params long[] shape) => torch.zeros(shape, torch.ScalarType.Byte);

    [Fact]
    public void Pixels_of_another_kind_are_refused()
    {
        Assert.Contains("[2, 3, 4, 4]", Assert.Throws<ArgumentException>(() => Apply(Pixels(2, 3, 4, 4))).Message);
        Assert.Throws<ArgumentException>(() => Apply(Pixels(4, 4, 3)));
        Assert.Throws<ArgumentException>(() => Apply(Pixels(2, 4, 4, 3).to(torch.float32)));
        Assert.Throws<ArgumentException>(() => Apply(Pixels(2, 3, 4, 4).permute(0, 2, 3, 1)));
    }

    [Fact]
    public void Lists_that_do_not_fit_the_batch_are_refused()
    {
        var pixels = Pixels(2, 4, 4, 3);
        Assert.Contains("9 per picture", Assert.Throws<ArgumentException>(() => Apply(pixels, maps: new float[9])).Message);
        Assert.Contains("2 per picture", Assert.Throws<ArgumentException>(() => Apply(pixels, lights: new float[5])).Message);
        Assert.Throws<ArgumentException>(() => Apply(pixels, means: 2));
        Assert.Contains("4 x 4", Assert.Throws<ArgumentException>(() => Apply(pixels, height: 5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply(pixels, maps: new float[18], height: 0));
    }

    [Fact]
    public void A_batch_of_none_gives_none() => Assert.Equal([0, 3, 4, 4], Apply(Pixels(0, 4, 4, 3)).shape);
}
