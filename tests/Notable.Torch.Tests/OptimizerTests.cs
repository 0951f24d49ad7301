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
        Assert.Equal(expected, Run(p => optim.AdamW([p], 0.1), 3), (a, b) => Math.Abs(a - b) < 1e-12);
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
}
