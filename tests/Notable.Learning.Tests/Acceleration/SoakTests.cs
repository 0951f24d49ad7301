using Notable.Learning.Acceleration;
using Notable.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>Memory stays flat over many steps: 100 always, 10,000 with NOTABLE_LONG=1.</summary>
[Collection(nameof(Train.SmallTraining))]
public sealed class SoakTests : TensorTest
{
    private static readonly int Steps = LongTests.AreOn ? 10_000 : 100;

    [Fact]
    public void Training_steps_keep_memory_flat()
    {
        using var model = new VisionModel(Architectures.SqueezeNet11, 2).ToChannelsLast();
        using var optimizer = new Adam(ParameterGroup.Of(model));
        var (images, labels) = (Formula(1, [4, 3, 64, 64], -2, 2), tensor((long[])[0, 1, 1, 0]));
        using var kept = new FreedMemoryReuse();
        model.train();
        Flat(() => TrainingStep.Take(model, optimizer, Precision.Float32, images, logits => nn.functional.cross_entropy(logits, labels),
            [1e-5, 1e-5, 1e-5], 0.9, onLoss: _ => { }));
    }

    [Fact]
    public void Predictions_keep_memory_flat()
    {
        using var model = new VisionModel(Architectures.SqueezeNet11, 2);
        model.eval();
        var images = Formula(1, [1, 3, 64, 64], -2, 2);
        Flat(() => Evaluation.Probabilities(model, images, CPU));
    }

    private static void Flat(Action step)
    {
        for (var i = 0; i < 20; i++)
            step();
        var before = Resident();
        var tensors = LiveTensors.Count();
        for (var i = 0; i < Steps; i++)
            step();
        // Fewer is no fault: earlier tests' last tensors may go meanwhile.
        Assert.InRange(LiveTensors.Count(), 0, tensors);
        var grown = Resident() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{Steps} steps: {grown:F1} MB more, {before:F0} MB before");
        Assert.True(grown < 40, $"{Steps} steps left {grown:F1} MB more resident than {before:F0} MB before them.");
    }

    // Without the collector's own heap, which grows and shrinks as it likes.
    private static double Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TorchRuntime.TrimMemory();
        return (Environment.WorkingSet - GC.GetGCMemoryInfo().TotalCommittedBytes) / 1e6;
    }
}
