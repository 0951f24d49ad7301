using Notable.Learning;
using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Library;

/// <summary>A way to run a network: number type and order in memory. The name is understood on the Python side too.</summary>
internal sealed record Mode(string Name)
{
    public static readonly Mode Plain = new("fp32 nchw"), ChannelsLast = new("fp32 channels_last"), BFloat16 = new("bf16 channels_last");

    /// <summary>All of them, the slowest first.</summary>
    public static IReadOnlyList<Mode> All { get; } = [Plain, ChannelsLast, BFloat16];

    private const int ImageNetClasses = 1000;

    private bool IsChannelsLast => Name.EndsWith("channels_last", StringComparison.Ordinal);

    /// <summary>A ResNet18 with random weights and the library's head on the device, ordered as the mode wants it.</summary>
    public VisionModel Network(Device device, int classes = ImageNetClasses)
    {
        var network = new VisionModel(Architectures.ResNet18, classes);
        network.to(device);
        if (IsChannelsLast)
            network.ToChannelsLast();
        return network;
    }

    /// <summary>Random pictures, ordered as the mode wants them.</summary>
    public Tensor Pictures(Device device, int count)
    {
        var pictures = randn([count, 3, 224, 224], device: device);
        return IsChannelsLast ? pictures.ToChannelsLast() : pictures;
    }

    /// <summary>Mixed precision where the mode wants it.</summary>
    public IDisposable Precision(Device device) => MixedPrecision.BFloat16(enabled: this == BFloat16);
}
