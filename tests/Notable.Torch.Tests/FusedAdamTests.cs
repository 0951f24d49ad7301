using System.Text.Json;
using TorchSharp;

namespace Notable.Torch.Tests;

public class FusedAdamTests : TensorTest
{
    private sealed record Group(string Name, torch.Tensor Parameter, torch.Tensor M, torch.Tensor V, double Decay, int LearningRate);

    [Theory]
    [InlineData(false)] // float on the host: one pass over memory
    [InlineData(true)]  // any other type: libtorch's operations
    public void Six_steps_are_fastais(bool general)
    {
        var golden = Golden.Read("b_adam_steps.json");
        var hyper = golden.GetProperty("hypers");
        var type = general ? torch.float64 : torch.float32;
        Group Make(string name, int index, double decay, int rate)
        {
            var parameter = Formula((uint)(100 + index), golden.GetProperty("shapes").GetProperty(name).Longs(), -1, 1).to(type);
            return new(name, parameter, torch.zeros_like(parameter), torch.zeros_like(parameter), decay, rate);
        }
        Group[] groups = [Make("w", 0, hyper.GetProperty("wd").GetDouble(), 0), Make("b", 1, 0, 0), Make("nodecay", 2, 0, 1)];
        foreach (var step in golden.GetProperty("steps").EnumerateArray().Skip(1))
        {
            foreach (var group in groups) Step(group, step, hyper, type);
            foreach (var group in groups) AssertClose(step.GetProperty(group.Name).Numbers(), group.Parameter, 3e-7);
        }
    }

    private static void Step(Group group, JsonElement step, JsonElement hyper, torch.ScalarType type)
    {
        var grad = torch.tensor(step.GetProperty("grads").GetProperty(group.Name).Numbers(), group.Parameter.shape).to(type);
        FusedAdam.Step([group.Parameter], [grad], [group.M], [group.V], step.GetProperty("step").GetInt64(),
            step.GetProperty("lr")[group.LearningRate].GetDouble(), step.GetProperty("mom").GetDouble(),
            hyper.GetProperty("sqr_mom").GetDouble(), hyper.GetProperty("eps").GetDouble(), group.Decay);
    }

    [Fact]
    public void The_first_step_goes_one_rate_against_the_gradients_sign()
    {
        var (p, g) = (torch.tensor(new[] { 1f, 1f, 1f }), torch.tensor(new[] { 0.5f, -2f, 0f }));
        FusedAdam.Step([p], [g], [torch.zeros(3)], [torch.zeros(3)], 1, 0.1, 0.9, 0.99, 1e-8, 0);
        AssertClose([0.9, 1.1, 1.0], p, 1e-6);
    }

    [Fact]
    public void Layouts_in_memory_may_differ()
    {
        var (p, g) = (Formula(1, [4, 3, 2, 2], -1, 1), Formula(2, [4, 3, 2, 2], -1, 1));
        var last = p.clone().ToChannelsLast();
        FusedAdam.Step([p], [g], [torch.zeros_like(p)], [torch.zeros_like(p)], 1, 0.1, 0.9, 0.99, 1e-5, 0.01);
        FusedAdam.Step([last], [g], [torch.zeros_like(p)], [torch.zeros_like(p)], 1, 0.1, 0.9, 0.99, 1e-5, 0.01);
        Assert.True(p.allclose(last, atol: 1e-6));
    }

    [Fact]
    public void Shapes_that_differ_are_refused() => Assert.Contains("[3]", Assert.Throws<ArgumentException>(() =>
        FusedAdam.Step([torch.zeros(2)], [torch.zeros(3)], [torch.zeros(2)], [torch.zeros(2)], 1, 0.1, 0.9, 0.99, 1e-5, 0)).Message);
}
