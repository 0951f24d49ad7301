using System.Globalization;
using Notable.Learning;
using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Library;

/// <summary>The tensor engine alone: the cost of one operation, a network forwards, a training step.</summary>
internal static class EngineBench
{
    /// <summary>What the project asks of itself, as ratios to Python torch on the same libtorch.</summary>
    private const double AddBar = 1.0, ForwardBar = 1.05, StepBar = 1.05, StepGainBar = 1.8;

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        var device = new Device(options.Device);
        return Add(device, options).Concat(Forward(device, options)).Concat(Steps(device, options));
    }

    private static IEnumerable<Measurement> Add(Device device, BenchOptions options)
    {
        // .NET compiles what runs often once more, in the background: before that it is half as fast.
        var ours = Add(device, options.Runs(50), options.Warm(1000));
        yield return ours;
        if (options.Peer is { } peer)
            foreach (var figure in Beside(ours, peer.Measure("add"), AddBar))
                yield return figure;
    }

    private static Measurement Add(Device device, int runs, int warm)
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(1, device: device), ones(1, device: device));
        return Stopwatches.Of("add of 1 element", "us", 1e3, () =>      // milliseconds a thousand
        {
            using var gradients = no_grad();
            using var results = NewDisposeScope();
            for (var i = 0; i < 1000; i++)
                a.add(b);
            Wait(device);
        }, runs, warm);
    }

    private static IEnumerable<Measurement> Forward(Device device, BenchOptions options)
    {
        foreach (var batch in (int[])[1, 16])
        {
            foreach (var mode in Mode.All)
            {
                var ours = Forward(mode, batch, device, options);
                yield return ours;
                double? bar = batch == 1 && mode == Best ? ForwardBar : null;
                if (options.Peer is { } peer)
                    foreach (var figure in Beside(ours, peer.Measure("forward", mode.Name, Text(batch)), bar))
                        yield return figure;
            }
        }
    }

    private static Measurement Forward(Mode mode, int batch, Device device, BenchOptions options)
    {
        using var scope = NewDisposeScope();
        using var network = mode.Network(device);
        network.eval();
        var pictures = mode.Pictures(device, batch);
        return Stopwatches.Milliseconds($"resnet18 forward b{batch} {mode.Name}", () =>
        {
            using var inference = inference_mode();
            using var precision = mode.Precision(device);
            using var answer = network.call(pictures);
            Wait(device);
        }, options.Runs(batch == 1 ? 25 : 7), options.Warm(3));
    }

    private static IEnumerable<Measurement> Steps(Device device, BenchOptions options)
    {
        Measurement? plainThere = null;
        foreach (var mode in Mode.All)
        {
            var ours = Step(mode, device, options);
            yield return ours;
            if (options.Peer is not { } peer)
                continue;
            var theirs = peer.Measure("step", mode.Name, "16");
            foreach (var figure in Beside(ours, theirs, mode == Mode.BFloat16 ? StepBar : null))
                yield return figure;
            plainThere ??= theirs;
            if (mode == Mode.BFloat16)
                yield return plainThere.RatioTo(ours, "training step b16: Python's fp32 nchw / our bf16 channels_last") with { Bar = StepGainBar, MoreIsBetter = true };
        }
    }

    private static Measurement Step(Mode mode, Device device, BenchOptions options)
    {
        const int batch = 16;
        using var scope = NewDisposeScope();
        using var network = mode.Network(device, classes: 2);
        network.train();
        using var optimizer = new Adam(ParameterGroup.Of(network));
        var (pictures, labels) = (mode.Pictures(device, batch), tensor([.. Enumerable.Range(0, batch).Select(i => (long)i % 2)], device: device));
        return Stopwatches.Milliseconds($"training step b{batch} {mode.Name}", () =>
        {
            TrainingStep.Take(network, optimizer, mode == Mode.BFloat16 ? Precision.BFloat16 : Precision.Float32, pictures,
                logits => nn.functional.cross_entropy(logits, labels), [1e-3, 1e-3, 1e-3], momentum: 0.9, onLoss: _ => { });
            Wait(device);
        }, options.Runs(5), options.Warm(2));
    }

    /// <summary>The fastest mode of this processor that Python has too.</summary>
    private static Mode Best => CpuFeatures.Flags.Contains("avx512_bf16") ? Mode.BFloat16 : Mode.ChannelsLast;

    private static IEnumerable<Measurement> Beside(Measurement ours, Measurement theirs, double? bar)
    {
        yield return theirs with { Name = $"{ours.Name}, Python" };
        yield return ours.RatioTo(theirs, $"{ours.Name}, ours / Python") with { Bar = bar };
    }

    private static void Wait(Device device)
    {
        if (device.type == DeviceType.CUDA)
            cuda.synchronize();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
