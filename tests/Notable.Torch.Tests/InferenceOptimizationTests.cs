using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class InferenceOptimizationTests : TensorTest
{
    private static readonly torch.ScalarType[] Types = [torch.ScalarType.Float32, torch.ScalarType.BFloat16];

    [Theory]
    [InlineData(torch.ScalarType.Float32, 1e-4)]
    [InlineData(torch.ScalarType.BFloat16, 0.05)]
    public void A_whole_network_says_what_it_said(torch.ScalarType type, double tolerance)
    {
        using var model = Trained();
        var x = Formula(3, [2, 3, 64, 64], -2, 2);
        using var inference = torch.inference_mode();
        var (features, scores) = (Features(model, x), model.call(x));
        model.OptimizeForInference(type);
        Assert.Equal(type, Features(model, x).dtype);
        Assert.Equal(torch.float32, model.call(x).dtype);
        AssertNear(features, Features(model, x), tolerance);
        AssertNear(scores, model.call(x), tolerance);
    }

    [Theory]
    [InlineData(1, 0, 1, 1, 3)]
    [InlineData(2, 1, 1, 1, 3)]
    [InlineData(1, 2, 2, 1, 3)]
    [InlineData(1, 1, 1, 4, 3)]
    [InlineData(2, 0, 1, 1, 1)]
    public void Every_kind_of_convolution_gives_its_own_result(long stride, long padding, long dilation, long groups, long window)
    {
        using var convolution = Conv2d(8, 12, window, stride, padding, dilation, groups: groups);
        using var no_gradients = torch.no_grad();
        torch.Tensor[] inputs = [Formula(1, [1, 8, 20, 17], -1, 1), Formula(2, [3, 8, 9, 30], -1, 1), Formula(1, [1, 8, 20, 17], -1, 1).ToChannelsLast()];
        var before = inputs.Select(x => convolution.call(x)).ToArray();
        convolution.OptimizeForInference(torch.ScalarType.Float32);
        foreach (var (x, expected) in inputs.Zip(before))
            AssertClose(expected.flatten().data<float>().ToArray().Select(v => (double)v).ToArray(), convolution.call(x).contiguous(), 1e-5);
    }

    [Fact]
    public void Only_a_batch_norm_right_behind_a_convolution_is_folded()
    {
        using var apart = Sequential(Conv2d(3, 4, 3), ReLU(), BatchNorm2d(4));
        apart.OptimizeForInference(torch.ScalarType.Float32);
        Assert.Equal(["2.weight", "2.bias"], apart.named_parameters().Select(parameter => parameter.name));

        using var together = Sequential(Conv2d(3, 4, 3), BatchNorm2d(4), ReLU());
        together.OptimizeForInference(torch.ScalarType.Float32);
        Assert.Empty(together.parameters());
        Assert.Empty(together.state_dict());
    }

    [Fact]
    public void A_batch_norm_that_keeps_no_statistics_cannot_be_folded()
    {
        using var model = Sequential(Conv2d(3, 4, 3), BatchNorm2d(4, track_running_stats: false));
        Assert.Contains("running statistics", Assert.Throws<InvalidOperationException>(() => model.OptimizeForInference(torch.ScalarType.Float32)).Message);
    }

    [Fact]
    public void A_second_time_changes_nothing()
    {
        using var model = Sequential(Conv2d(3, 4, 3), BatchNorm2d(4));
        model.OptimizeForInference(torch.ScalarType.Float32);
        var x = Formula(1, [1, 3, 8, 8], -1, 1);
        var first = model.call(x).data<float>().ToArray();
        model.OptimizeForInference(torch.ScalarType.BFloat16);
        Assert.Equal(first, model.call(x).data<float>().ToArray());
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        using var model = Trained();
        model.OptimizeForInference(torch.ScalarType.Float32);
        var inputs = Enumerable.Range(1, 8).Select(seed => Formula((uint)seed, [1, 3, 32, 32], -2, 2)).ToArray();
        var together = new float[8][];
        // The first pictures of all come at once, while nothing is packed yet.
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Answer(i));
        for (var i = 0; i < 8; i++) Assert.Equal(Answer(i), together[i]);

        float[] Answer(int i)
        {
            using var scope = torch.NewDisposeScope();
            using var inference = torch.inference_mode();
            return Features(model, inputs[i]).flatten().data<float>().ToArray();
        }
    }

    [Fact]
    public void Wrong_shapes_and_types_are_told()
    {
        using var model = Sequential(Conv2d(3, 4, 3));
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => model.OptimizeForInference(torch.ScalarType.Int64)).Message);
        foreach (var type in Types) model.OptimizeForInference(type);
        Assert.Contains("[1, 5, 8, 8]", Assert.Throws<ArgumentException>(() => model.call(torch.zeros([1, 5, 8, 8]))).Message);
        Assert.Contains("[1, 3, 2, 8]", Assert.Throws<ArgumentException>(() => model.call(torch.zeros([1, 3, 2, 8]))).Message);
    }

    /// <summary>Equal but for a part of the largest value.</summary>
    private static void AssertNear(torch.Tensor expected, torch.Tensor found, double tolerance) =>
        AssertClose([.. expected.flatten().data<float>().ToArray().Select(v => (double)v)], found, tolerance * expected.abs().max().ToDouble());

    private static torch.Tensor Features(ResNet model, torch.Tensor x) => Sequential([.. model.named_children()
        .TakeWhile(child => child.name != "fc").Select(child => (Module<torch.Tensor, torch.Tensor>)child.module)]).call(x).contiguous();

    /// <summary>A network whose batch-norms have something to do.</summary>
    private static ResNet Trained()
    {
        torch.manual_seed(1);
        var model = torchvision.models.resnet18();
        using var scope = torch.NewDisposeScope();
        using var no_gradients = torch.no_grad();
        foreach (var norm in model.modules().OfType<BatchNorm2d>())
        {
            norm.running_mean!.uniform_(-0.5, 0.5);
            norm.running_var!.uniform_(0.5, 2);
            norm.weight!.uniform_(0.5, 1.5);
            norm.bias!.uniform_(-0.5, 0.5);
        }
        model.eval();
        return model;
    }
}
