using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Learning.Tests.Acceleration;

public class Convolution2dTests : TensorTest
{
    [Theory]
    [InlineData(1, 0, 1, 3)]
    [InlineData(2, 1, 1, 3)]
    [InlineData(1, 1, 4, 3)]
    [InlineData(2, 0, 1, 1)]
    public void Every_kind_gives_PyTorchs_result(long stride, long padding, long groups, long window)
    {
        using var ours = new Convolution2d(8, 12, window, stride, padding, groups);
        using var theirs = Conv2d(8, 12, window, stride, padding, groups: groups);
        theirs.load_state_dict(ours.state_dict());
        using var no_gradients = torch.no_grad();
        torch.Tensor[] inputs = [Formula(1, [1, 8, 20, 17], -1, 1), Formula(2, [3, 8, 9, 30], -1, 1), Formula(1, [1, 8, 20, 17], -1, 1).ToChannelsLast()];
        Assert.All(inputs, x => AssertNear(theirs.call(x), ours.call(x).contiguous(), 1e-6));
    }

    [Fact]
    public void Inside_a_mixed_precision_region_it_computes_in_bfloat16_and_its_weights_stay_float32()
    {
        using var convolution = new Convolution2d(3, 4, 3);
        var x = Formula(1, [1, 3, 8, 8], -1, 1);
        using (MixedPrecision.BFloat16())
            Assert.Equal(torch.bfloat16, convolution.call(x).dtype);
        using (MixedPrecision.BFloat16(enabled: false))
            Assert.Equal(torch.float32, convolution.call(x).dtype);
        Assert.Equal(torch.float32, convolution.weight.dtype);
        var elsewhere = torch.bfloat16;
        using (MixedPrecision.BFloat16())
        {
            var thread = new Thread(() => elsewhere = convolution.call(x).dtype);
            thread.Start();
            thread.Join();
        }
        Assert.Equal(torch.float32, elsewhere);
    }

    [Fact]
    public void A_batch_norm_does_what_PyTorchs_does_and_counts()
    {
        using var ours = new BatchNormalization(8);
        using var theirs = BatchNorm2d(8);
        foreach (var seed in (uint[])[1, 2])
            AssertNear(theirs.call(Formula(seed, [3, 8, 9, 7], -1, 3)), ours.call(Formula(seed, [3, 8, 9, 7], -1, 3)), 1e-6);
        Assert.Equal(2, ours.num_batches_tracked!.item<long>());
        foreach (var norm in (torch.nn.Module<torch.Tensor, torch.Tensor>[])[ours, theirs])
            norm.eval();
        AssertNear(theirs.running_var!, ours.running_var!, 1e-6);
        AssertNear(theirs.call(Formula(4, [1, 8, 9, 7], -1, 3)), ours.call(Formula(4, [1, 8, 9, 7], -1, 3)), 1e-6);
        Assert.Contains("found [8]", Assert.Throws<ArgumentException>(() => ours.call(Formula(5, [8], 0, 1))).Message);
    }
}
