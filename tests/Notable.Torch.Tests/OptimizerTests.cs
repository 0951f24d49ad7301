using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Notable.Torch.Tests;

public class OptimizerTests : TensorTest
{
    private static double[] Run(Func<Parameter, optim.Optimizer> make, int steps)
    {
        using var parameter = new Parameter(tensor(new[] { 1.0, -2.0 }));
        using var optimizer = make(parameter);
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            (parameter * parameter).sum().backward();
            optimizer.step();
        }
        return parameter.detach().data<double>().ToArray();
    }

    // Rules of PyTorch's documentation, with gradient 2 p.
    [Fact]
    public void SGD_with_momentum_and_decay()
    {
        var expected = new[] { 1.0, -2.0 }.Select(p =>
        {
            double? buffer = null;
            for (var i = 0; i < 3; i++)
            {
                var g = 2 * p + 0.1 * p;
                buffer = buffer is { } b ? 0.9 * b + g : g;
                p -= 0.05 * buffer.Value;
            }
            return p;
        });
        Assert.Equal(expected, Run(p => optim.SGD([p], 0.05, momentum: 0.9, weight_decay: 0.1), 3), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void AdamW()
    {
        var expected = new[] { 1.0, -2.0 }.Select(p =>
        {
            double m = 0, v = 0;
            for (var t = 1; t <= 3; t++)
            {
                var g = 2 * p;
                p *= 1 - 0.1 * 0.01;
                (m, v) = (0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g);
                p -= 0.1 / (1 - Math.Pow(0.9, t)) * m / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-8);
            }
            return p;
        });
        Assert.Equal(expected, Run(p => optim.AdamW([p], 0.1, weight_decay: 0.01), 3), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_parameter_without_gradient_stays()
    {
        using var parameter = new Parameter(ones(2));
        using var optimizer = optim.AdamW([parameter], 0.1);
        optimizer.step();
        AssertClose([1, 1], parameter, 0);
    }

    [Fact]
    public void Clipping_scales_to_the_bound_and_gives_the_norm_before()
    {
        using var parameter = new Parameter(zeros(2));
        parameter.grad = tensor(new[] { 3f, 4f });
        Assert.Equal(5, nn.utils.clip_grad_norm_([parameter], 1), 1e-6);
        AssertClose([0.6, 0.8], parameter.grad!, 1e-6);
        Assert.Equal(1, nn.utils.clip_grad_norm_([parameter], 10), 1e-5);
        AssertClose([0.6, 0.8], parameter.grad!, 1e-6);
    }

    // One pass over memory for plain floats, libtorch's operations for others, in each layout and from any start.
    [Theory]
    [InlineData(0.0, 0.0, false)]
    [InlineData(0.9, 0.0, false)]
    [InlineData(0.9, 0.5, false)]
    [InlineData(0.9, 0.0, true)]
    public void The_fused_SGD_is_the_general_one(double momentum, double dampening, bool nesterov) => SameInBothTypes(parameter =>
        optim.SGD([parameter], 0.1, momentum, dampening, weight_decay: 0.01, nesterov, maximize: dampening > 0));

    [Fact]
    public void The_fused_AdamW_is_the_general_one() => SameInBothTypes(parameter => optim.AdamW([parameter], 0.1, weight_decay: 0.01));

    private static void SameInBothTypes(Func<Parameter, optim.Optimizer> make)
    {
        Tensor Stepped(ScalarType type, bool channelsLast)
        {
            var start = Formula(1, [4, 3, 5, 5], -1, 1).to(type);
            using var parameter = new Parameter(channelsLast ? start.ToChannelsLast() : start);
            using var optimizer = make(parameter);
            for (uint step = 2; step < 5; step++)
            {
                parameter.grad = Formula(step, [4, 3, 5, 5], -1, 1).to(type);
                optimizer.step();
            }
            return parameter.detach().clone().to(float64);
        }

        var general = Stepped(float64, channelsLast: false);
        Assert.True(general.allclose(Stepped(float32, channelsLast: false), atol: 1e-6));
        Assert.True(general.allclose(Stepped(float32, channelsLast: true), atol: 1e-6));
    }

    [Fact]
    public void Each_group_has_options_of_its_own()
    {
        using Parameter slow = new(ones(1)), fast = new(ones(1));
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], new() { LearningRate = 0.1 }), new SGD.ParamGroup([fast])], 0.5);
        foreach (var parameter in optimizer.parameters()) parameter.grad = ones(1);
        optimizer.step();
        AssertClose([0.9, 0.5], cat([slow, fast]), 1e-6);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        optimizer.step();
        AssertClose([0.9, 0.5], cat([slow, fast]), 1e-6);
        Assert.Equal([0.1, 0.5], optimizer.ParamGroups.Select(group => group.InitialLearningRate));
    }

    [Fact]
    public void A_parameter_that_joins_late_counts_its_own_steps()
    {
        using Parameter early = new(ones(1)), late = new(ones(1));
        using var optimizer = optim.AdamW([early, late], 0.1);
        early.grad = ones(1);
        optimizer.step();
        late.grad = ones(1);
        optimizer.step();
        // Adam's first step is one learning rate, whatever the gradient's size.
        AssertClose([0.8, 0.9], cat([early, late]), 1e-6);
    }

    [Fact]
    public void Zeroing_forgets_the_gradients()
    {
        using var parameter = new Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 0.1);
        parameter.grad = ones(1);
        optimizer.zero_grad();
        Assert.Null(parameter.grad);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        using var parameter = new Parameter(ones(1));
        Assert.Contains("-1", Assert.Throws<ArgumentException>(() => optim.SGD([parameter], -1)).Message);
        Assert.Contains("Nesterov", Assert.Throws<ArgumentException>(() => optim.SGD([parameter], 0.1, nesterov: true)).Message);
        Assert.Contains("betas 2", Assert.Throws<ArgumentException>(() => optim.AdamW([parameter], beta1: 2)).Message);
    }

    [Fact]
    public void Clipping_by_the_largest_takes_infinity()
    {
        using Parameter one = new(zeros(2)), none = new(zeros(2));
        one.grad = tensor(new[] { 3f, -4f });
        Assert.Equal(4, nn.utils.clip_grad_norm_([one, none], 2, double.PositiveInfinity), 1e-6);
        AssertClose([1.5, -2], one.grad!, 1e-5);
        Assert.Equal(0, nn.utils.clip_grad_norm_([none], 2));
    }
}
