using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group c: fastai's head on formula weights. Tolerance 1e-5.</summary>
public class Golden_c_Head
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void Computes_what_fastais_head_computes()
    {
        var golden = GoldenFile.Json("c_head");
        using var scope = NewDisposeScope();
        using var head = ClassifierHead.Create(512, 2);
        GoldenModel.Fill(head, golden.GetProperty("weights"), name => name);
        var input = GoldenModel.Uniform(42, [4, 512, 7, 7], 0, 2);

        head.eval();
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("eval_output")), head.call(input), Tolerance);

        head.train();
        GoldenModel.DropoutOff(head);
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("train_output_dropout_off")), head.call(input), Tolerance);
        var state = head.state_dict();
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("bn1_running_mean_after_first8")), state["2.running_mean"][..8], Tolerance);
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("bn1_running_var_after_first8")), state["2.running_var"][..8], Tolerance);
    }

    [Fact]
    public void Starts_with_kaiming_weights_no_linear_bias_and_a_small_batch_norm_bias()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var head = ClassifierHead.Create(512, 3);
        var state = head.state_dict();
        Assert.DoesNotContain("4.bias", state.Keys);
        Assert.DoesNotContain("8.bias", state.Keys);
        Assert.Equal([3, 512], state["8.weight"].shape);
        Assert.Equal(0.04419, state["4.weight"].std().item<float>(), 0.0005);
        Assert.Equal(0.0625, state["8.weight"].std().item<float>(), 0.005);
        Assert.All(new[] { "2.bias", "6.bias" }, name => Assert.Equal(1e-3f, state[name].mean().item<float>(), 1e-8f));
    }
}
