using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group c: the whole network on formula weights, stage by stage. Tolerance 2e-4 of a stage's mean magnitude.</summary>
public class Golden_c_Forward
{
    [Fact]
    public void Every_stage_computes_what_fastais_computes()
    {
        var golden = GoldenFile.Json("c_model_forward");
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = GoldenModel.Create();
        model.eval();
        var x = GoldenModel.Uniform(77, [2, 3, 64, 64], -2, 2);
        var logits = model.call(x);
        foreach (var (stage, (_, module)) in golden.GetProperty("stages").EnumerateArray().Zip(model.Body.named_children()))
        {
            x = ((nn.Module<Tensor, Tensor>)module).call(x);
            var magnitude = stage.GetProperty("abs_mean").GetDouble();
            Assert.Equal(stage.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), x.shape);
            Assert.Equal(stage.GetProperty("mean").GetDouble(), x.mean().item<float>(), 2e-4 * magnitude);
            Assert.Equal(magnitude, x.abs().mean().item<float>(), 2e-4 * magnitude);
            GoldenFile.AssertClose(GoldenModel.Floats(stage.GetProperty("first4")), x.contiguous().flatten()[..4], 1e-3 * magnitude);
        }
        GoldenFile.AssertClose(GoldenModel.Floats(golden.GetProperty("logits")), logits, 2e-4);
    }
}
