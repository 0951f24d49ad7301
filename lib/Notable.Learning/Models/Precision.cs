using System.Text.Json.Serialization;
using Notable.Torch;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// What convolutions and matrix products of a training compute in. Parameters, the optimizer, the batch-norms' statistics and the
/// loss are float32 with either. The names are those of <c>notable train --precision</c> and of model files.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Precision>))]
public enum Precision
{
    /// <summary>24 bits of precision.</summary>
    [JsonStringEnumMemberName("fp32")] Float32,

    /// <summary>8 bits of precision: twice as fast where the hardware has instructions for it, and as accurate in the end.</summary>
    [JsonStringEnumMemberName("bf16")] BFloat16,
}

/// <summary>How a precision is chosen and put to use.</summary>
internal static class Precisions
{
    /// <summary>What to train in when nobody says.</summary>
    public static Precision Fastest(Device device) =>
        Torch.BFloat16.IsFastOn(device.type) ? Precision.BFloat16 : Precision.Float32;

    /// <summary>Lets this thread's operations on a device compute so until it is disposed; not around a backward pass.</summary>
    public static IDisposable Begin(this Precision precision, Device device) =>
        Autocast.BFloat16(device.type, precision == Precision.BFloat16);
}
