using System.Text.Json;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning.Tests.Acceleration;

public class FusedAdamTests : TensorTest
{
    private sealed record Group(string Name, torch.Tensor Parameter, torch.Tensor M, torch.Tensor V, double Decay, int LearningRate);

    [Fact]
    public void Six_steps_are_fastais()
    {
        var golden = Golden("b_adam_steps.json");
        var hyper = golden.GetProperty("hypers");
        Group Make(string name, int index, double decay, int rate)
        {
            var parameter = Formula((uint)(100 + index), Longs(golden.GetProperty("shapes").GetProperty(name)), -1, 1);
            return new(name, parameter, torch.zeros_like(parameter), torch.zeros_like(parameter), decay, rate);
        }
        Group[] groups = [Make("w", 0, hyper.GetProperty("wd").GetDouble(), 0), Make("b", 1, 0, 0), Make("nodecay", 2, 0, 1)];
        foreach (var step in golden.GetProperty("steps").EnumerateArray().Skip(1))
        {
            foreach (var group in groups) Step(group, step, hyper);
            foreach (var group in groups) AssertClose(Numbers(step.GetProperty(group.Name)), group.Parameter, 4e-7);
        }
    }

    private static void Step(Group group, JsonElement step, JsonElement hyper)
    {
        var grad = torch.tensor(Numbers(step.GetProperty("grads").GetProperty(group.Name)), group.Parameter.shape).to(torch.float32);
        FusedAdam.Step([group.Parameter], [grad], [group.M], [group.V], step.GetProperty("step").GetInt64(),
            step.GetProperty("lr")[group.LearningRate].GetDouble(), step.GetProperty("mom").GetDouble(),
            hyper.GetProperty("sqr_mom").GetDouble(), hyper.GetProperty("eps").GetDouble(), group.Decay);
    }

    [Fact]
    public void The_first_step_goes_one_rate_against_the_gradients_sign()
    {
        var (p, g) = (torch.tensor(new[] { 1f, 1f, 1f }), torch.tensor(new[] { 0.5f, -2f, 0f }));
        FusedAdam.Step([p], [g], [torch.zeros_like(p)], [torch.zeros_like(p)], 1, lr: 0.1, mom: 0.9, sqrMom: 0.99, eps: 1e-8, weightDecay: 0);
        AssertClose([0.9, 1.1, 1], p, 1e-6);
    }

    [Fact]
    public void Weight_decay_pulls_to_zero_apart_from_the_gradient()
    {
        var p = torch.tensor(new[] { 2f });
        FusedAdam.Step([p], [torch.zeros_like(p)], [torch.zeros_like(p)], [torch.zeros_like(p)], 1, lr: 0.1, mom: 0.9, sqrMom: 0.99, eps: 1e-5, weightDecay: 0.5);
        AssertClose([2 * (1 - 0.1 * 0.5)], p, 1e-6);
    }

    [Fact]
    public void Weights_with_their_channels_last_step_like_others()
    {
        var (plain, ordered) = (Formula(1, [4, 3, 5, 5], -1, 1), Formula(1, [4, 3, 5, 5], -1, 1).ToChannelsLast());
        foreach (var p in (torch.Tensor[])[plain, ordered])
            FusedAdam.Step([p], [Formula(2, [4, 3, 5, 5], -1, 1)], [torch.zeros_like(p)], [torch.zeros_like(p)], 1, 0.01, 0.9, 0.99, 1e-5, 0.01);
        AssertNear(plain, ordered.contiguous(), 1e-6);
    }

    [Fact]
    public void Lists_that_do_not_fit_are_refused_before_anything_changes()
    {
        var p = torch.ones(2);
        Assert.Throws<ArgumentException>(() => FusedAdam.Step([p], [], [p], [p], 1, 0.1, 0.9, 0.99, 1e-5, 0));
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => FusedAdam.Step([p], [torch.ones(3)], [p], [p], 1, 0.1, 0.9, 0.99, 1e-5, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => FusedAdam.Step([p], [p], [p], [p], 0, 0.1, 0.9, 0.99, 1e-5, 0));
        AssertClose([1, 1], p, 0);
    }

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    private static long[] Longs(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetInt64())];
}
