using System.Diagnostics;
using System.Runtime.InteropServices;
using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// Measures in which precision a network trains faster, with a few training steps in each. Processors that list bfloat16 among their
/// instructions may still be slower with it, so the CPU flags are not trusted.
/// </summary>
internal static class PrecisionTrial
{
    private const int BatchSize = 4, Rounds = 3;

    /// <summary>float32 is kept unless bfloat16 is faster by this factor, so that near a tie two runs don't differ by chance.</summary>
    private const double WorthIt = 1.1;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    /// <summary>Milliseconds per step in each precision.</summary>
    internal readonly record struct StepTimes(double Float32, double BFloat16)
    {
        public Precision Faster => BFloat16 * WorthIt < Float32 ? Precision.BFloat16 : Precision.Float32;
    }

    /// <summary>Returns what the choice depends on: the processor, the device, libtorch, its threads, and the network.</summary>
    public static string Key(Learner learn) => string.Join('|',
        CpuFeatures.Model ?? RuntimeInformation.ProcessArchitecture.ToString(), learn.Device.ToString(),
        TorchRuntime.LibtorchVersion, TorchRuntime.UsesOneDnn, TorchRuntime.Threads, learn.Model.Architecture.Name);

    /// <summary>Measures the steps, in at most three seconds unless two steps alone take longer; leaves the model as it was.</summary>
    public static StepTimes Measure(Learner learn)
    {
        using var scope = NewDisposeScope();
        var size = learn.DataLoaders.InferenceTransform.Size;
        var images = randn([BatchSize, 3, size, size], device: learn.Device).ToChannelsLast();
        var labels = tensor([.. Enumerable.Range(0, BatchSize).Select(i => (long)i % learn.DataLoaders.Answers.Count)], device: learn.Device);
        var buffers = learn.Model.buffers().Select(buffer => (Own: buffer, Before: buffer.clone())).ToArray();
        learn.Model.train();
        try
        {
            var clock = Stopwatch.StartNew();
            var first = new StepTimes(Step(Precision.Float32), Step(Precision.BFloat16));
            List<StepTimes> steps = [];
            while (steps.Count < Rounds && clock.Elapsed < Budget)
                steps.Add(new(Step(Precision.Float32), Step(Precision.BFloat16)));
            // The first steps include one-time preparations of libtorch.
            return steps.Count == 0 ? first : new(steps.Min(step => step.Float32), steps.Min(step => step.BFloat16));
        }
        finally
        {
            using var gradients = no_grad();
            foreach (var (own, before) in buffers)
                own.copy_(before);
            foreach (var parameter in learn.Model.parameters())
                parameter.grad = null;
        }

        double Step(Precision precision)
        {
            using var step = NewDisposeScope();
            var started = Stopwatch.GetTimestamp();
            var loss = learn.Loss.Mean(TrainingStep.Logits(learn.Model, precision, images), labels);
            loss.backward();
            // A GPU works asynchronously; reading a gradient waits for it.
            _ = learn.Model.parameters().Last(parameter => parameter.requires_grad).grad!.sum().item<float>();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }
}
