using System.Text.Json.Serialization;

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
