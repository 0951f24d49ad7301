using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Notable.Torch.Tests;

public class ModuleTests : TensorTest
{
    private sealed class Own : Module<torch.Tensor, torch.Tensor>
    {
        private readonly Linear first = Linear(2, 2);
        private readonly Parameter scale = new(torch.ones(1));
        private readonly torch.Tensor offset = torch.zeros(1);
        private readonly Dropout drop = Dropout(0.5);

        public Own() : base(nameof(Own)) => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => drop.call(first.call(input)) * scale + offset;
    }

    [Fact]
    public void Fields_become_parts_under_their_names()
    {
        using var own = new Own();
        Assert.Equal(["scale", "first.weight", "first.bias"], own.named_parameters().Select(item => item.name));
        Assert.Equal(["offset"], own.named_buffers().Select(item => item.name));
        Assert.Equal(["first", "drop"], own.named_modules().Select(item => item.name));
    }

    [Fact]
    public void A_module_made_in_a_scope_outlives_it()
    {
        Own own;
        using (torch.NewDisposeScope()) own = new Own();
        Assert.All(own.parameters(), parameter => Assert.False(parameter.IsInvalid));
        own.Dispose();
    }

    [Fact]
    public void Training_and_evaluation_reach_all_parts()
    {
        using var own = new Own();
        Assert.True(own.training);
        own.eval();
        Assert.All(own.modules(), module => Assert.False(module.training));
        var x = torch.ones(1, 2);
        Assert.True(own.call(x).equal(own.call(x)));
    }

    [Fact]
    public void Converting_keeps_the_parameter_objects_and_their_gradients()
    {
        using var linear = Linear(2, 2);
        var weight = linear.weight;
        linear.call(torch.ones(1, 2)).sum().backward();
        linear.to(torch.float64);
        Assert.Same(weight, linear.weight);
        Assert.Equal(torch.float64, weight.dtype);
        Assert.Equal(torch.float64, weight.grad!.dtype);
        Assert.True(weight.requires_grad && weight.is_leaf);
        Assert.Equal(torch.float64, linear.call(torch.ones(1, 2, torch.float64)).dtype);
    }

    [Fact]
    public void Zero_grad_forgets_gradients_or_sets_them_to_zero()
    {
        using var linear = Linear(2, 2);
        linear.call(torch.ones(1, 2)).sum().backward();
        linear.zero_grad(set_to_none: false);
        AssertClose([0, 0, 0, 0], linear.weight.grad!, 0);
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void A_hook_sees_results_until_it_is_removed()
    {
        using var model = Sequential(Linear(2, 3), ReLU());
        var seen = new List<torch.Tensor>();
        using (model[0] is Linear first ? first.register_forward_hook((_, _, output) => { seen.Add(output.alias()); return output; }) : null)
            model.call(torch.ones(1, 2));
        model.call(torch.ones(1, 2));
        Assert.Equal([1, 3], Assert.Single(seen).shape);
    }

    [Fact]
    public void Gradients_in_the_middle_can_be_kept()
    {
        var x = torch.ones(1, 2).requires_grad_();
        var middle = x * 3;
        middle.retain_grad();
        (middle * middle).sum().backward();
        AssertClose([6, 6], middle.grad!, 0);
        AssertClose([18, 18], x.grad!, 0);
    }

    [Fact]
    public void Kaiming_deviation_is_gain_over_the_root_of_the_fan()
    {
        torch.manual_seed(1);
        var weight = torch.empty([512, 1024]);
        init.kaiming_normal_(weight);
        Assert.Equal(Math.Sqrt(2.0 / 1024), weight.std().ToDouble(), 3e-4);
        init.kaiming_normal_(weight, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU);
        Assert.Equal(Math.Sqrt(2.0 / 512), weight.std().ToDouble(), 3e-4);
    }
}
