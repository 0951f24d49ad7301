using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Notable.Learning.Tests.Acceleration;

public class InferenceOptimizationTests : TensorTest
{
    [Theory]
    [InlineData("resnet18", torch.ScalarType.Float32, 1e-4)]
    [InlineData("resnet18", torch.ScalarType.BFloat16, 0.05)]
    [InlineData("resnet50", torch.ScalarType.Float32, 1e-4)]
    [InlineData("mobilenet_v2", torch.ScalarType.Float32, 1e-4)]
    [InlineData("squeezenet1_1", torch.ScalarType.Float32, 1e-4)]
    public void A_whole_network_says_what_it_said(string name, torch.ScalarType type, double tolerance)
    {
        using var model = Trained(name);
        var x = Formula(3, [2, 3, 64, 64], -2, 2);
        using var inference = torch.inference_mode();
        var (features, scores) = (model.Features(x), model.call(x));
        model.OptimizeForInference(type);
        Assert.Equal(torch.float32, model.call(x).dtype);
        AssertNear(features, model.Features(x), tolerance);
        AssertNear(scores, model.call(x), tolerance);
    }

    [Theory]
    [InlineData(1, 0, 1, 3)]
    [InlineData(2, 1, 1, 3)]
    [InlineData(1, 1, 4, 3)]
    [InlineData(2, 0, 1, 1)]
    public void Every_kind_of_convolution_gives_PyTorchs_result(long stride, long padding, long groups, long window)
    {
        using var ours = new Convolution2d(8, 12, window, stride, padding, groups);
        using var theirs = Conv2d(8, 12, window, stride, padding, groups: groups);
        theirs.load_state_dict(ours.state_dict());
        using var no_gradients = torch.no_grad();
        torch.Tensor[] inputs = [Formula(1, [1, 8, 20, 17], -1, 1), Formula(2, [3, 8, 9, 30], -1, 1), Formula(1, [1, 8, 20, 17], -1, 1).ToChannelsLast()];
        var expected = inputs.Select(x => theirs.call(x)).ToArray();
        foreach (var (x, y) in inputs.Zip(expected)) AssertNear(y, ours.call(x).contiguous(), 1e-6);
        ours.OptimizeForInference(torch.ScalarType.Float32);
        foreach (var (x, y) in inputs.Zip(expected)) AssertNear(y, ours.call(x).contiguous(), 1e-6);
    }

    [Fact]
    public void Inside_a_mixed_precision_region_convolutions_compute_in_bfloat16_and_weights_stay_float32()
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
    public void Skipped_initial_values_are_not_drawn_and_the_memory_is_there()
    {
        torch.manual_seed(1);
        using (SkipInit.Begin())
        using (var model = new VisionModel(Architectures.MobileNetV2, 2))
            Assert.All(model.parameters(), parameter => Assert.Equal(DeviceType.CPU, parameter.device_type));
        using var drawn = new Convolution2d(3, 4, 3);
        Assert.True(drawn.weight.abs().max().ToSingle() > 0);
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        using var model = Trained("resnet18");
        model.OptimizeForInference(torch.ScalarType.Float32);
        var inputs = Enumerable.Range(1, 8).Select(seed => Formula((uint)seed, [1, 3, 32, 32], -2, 2)).ToArray();
        var together = new float[8][];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Answer(i));
        for (var i = 0; i < 8; i++)
            Assert.All(Answer(i).Zip(together[i]), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));

        float[] Answer(int i)
        {
            using var scope = torch.NewDisposeScope();
            using var inference = torch.inference_mode();
            return model.call(inputs[i]).flatten().data<float>().ToArray();
        }
    }

    /// <summary>A network whose batch norms have something to do.</summary>
    private static VisionModel Trained(string name)
    {
        torch.manual_seed(1);
        var model = new VisionModel(Architectures.Find(name), 3);
        using var scope = torch.NewDisposeScope();
        using var no_gradients = torch.no_grad();
        foreach (var norm in model.modules().OfType<TorchSharp.Modules.BatchNorm>())
        {
            norm.running_mean!.uniform_(-0.5, 0.5);
            norm.running_var!.uniform_(0.5, 2);
            norm.weight.uniform_(0.5, 1.5);
            norm.bias!.uniform_(-0.5, 0.5);
        }
        model.eval();
        return model;
    }
}
