using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group b: six Adam steps on three small tensors with given gradients. Tolerance 1e-6.</summary>
public class Golden_b_AdamSteps
{
    private static readonly string[] Names = ["w", "b", "nodecay"];

    [Fact]
    public void Six_steps_are_fastais()
    {
        var golden = GoldenFile.Json("b_adam_steps");
        using var scope = NewDisposeScope();
        var parameters = Names.Select((name, i) => new Parameter(GoldenModel.Uniform((uint)(100 + i), Shape(golden, name), -1, 1))).ToArray();
        // A batch-norm's and a bias's tensor go without decay: that is how the golden "nodecay" and "b" come to be.
        using var adam = new Adam(
        [
            new([new("w", parameters[0], IsNorm: false), new("0.bias", parameters[1], IsNorm: false)]),
            new([new("nodecay", parameters[2], IsNorm: true)]),
        ]);
        foreach (var step in golden.GetProperty("steps").EnumerateArray().Skip(1))
        {
            var gradients = step.GetProperty("grads");
            for (var i = 0; i < Names.Length; i++)
                parameters[i].grad = tensor(GoldenModel.Floats(gradients.GetProperty(Names[i]))).reshape(parameters[i].shape);
            adam.Step([.. step.GetProperty("lr").EnumerateArray().Select(r => r.GetDouble())], step.GetProperty("mom").GetDouble());
            for (var i = 0; i < Names.Length; i++)
                GoldenFile.AssertClose(GoldenModel.Floats(step.GetProperty(Names[i])), parameters[i], 1e-6);
        }
    }

    private static long[] Shape(JsonElement golden, string name) =>
        [.. golden.GetProperty("shapes").GetProperty(name).EnumerateArray().Select(d => d.GetInt64())];
}
