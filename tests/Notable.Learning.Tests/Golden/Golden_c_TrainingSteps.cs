using System.Text.Json;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Notable.Learning.Tests.Golden;

/// <summary>
/// Golden group c: three training steps of the whole network, body frozen and not. Tolerances: losses and logits 5e-4; sums of a tensor's
/// values 2e-3 (they add up to two million roundings), the sum of a head's bias 1e-4.
/// </summary>
public class Golden_c_TrainingSteps
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Three_steps_go_where_fastais_go(bool frozen)
    {
        var golden = GoldenFile.Json("c_model_forward");
        var training = golden.GetProperty("training");
        var run = training.GetProperty("runs").EnumerateArray().Single(r => r.GetProperty("frozen").GetBoolean() == frozen);
        using var scope = NewDisposeScope();
        using var model = GoldenModel.Create();
        var groups = ParameterGroup.Of(model);
        foreach (var group in groups)
            group.Train(whole: !frozen || group == groups[^1]);
        using var optimizer = new Adam(groups);
        var images = GoldenModel.Uniform(88, [6, 3, 64, 64], -2, 2);
        var labels = tensor(new long[] { 0, 1, 1, 0, 1, 0 });
        double[] rates = [.. training.GetProperty("lr").EnumerateArray().Select(r => r.GetDouble())];

        model.train();
        GoldenModel.DropoutOff(model);
        foreach (var step in run.GetProperty("steps").EnumerateArray())
        {
            var loss = 0f;
            TrainingStep.Take(model, optimizer, Precision.Float32, images, logits => F.cross_entropy(logits, labels), rates, training.GetProperty("mom").GetDouble(),
                onLoss: l => loss = l.item<float>());
            Assert.Equal(step.GetProperty("loss").GetDouble(), loss, 5e-4);
            SumsAre(step.GetProperty("param_sums"), model);
        }

        model.eval();
        using var gradients = no_grad();
        GoldenFile.AssertClose(GoldenModel.Floats(run.GetProperty("eval_logits_after")), model.call(GoldenModel.Uniform(77, [2, 3, 64, 64], -2, 2)), 2e-3);
    }

    private static void SumsAre(JsonElement sums, VisionModel model)
    {
        var parameters = model.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        foreach (var sum in sums.EnumerateObject())
            Assert.Equal(sum.Value.GetDouble(), parameters[GoldenModel.OurName(sum.Name)].sum(ScalarType.Float64).item<double>(), sum.Name.EndsWith("bias") ? 1e-4 : 2e-3);
    }
}
