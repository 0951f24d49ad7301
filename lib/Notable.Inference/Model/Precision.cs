using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>
/// Number format of convolutions and matrix products in training. Parameters, the optimizer, the batch-norms' statistics and the
/// loss are always float32. The names are those of <c>notable train --precision</c> and of model files.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Precision>))]
public enum Precision
{
    /// <summary>float32, with 24 bits of precision.</summary>
    [JsonStringEnumMemberName("fp32")] Float32,

    /// <summary>bfloat16, with 8 bits of precision: twice as fast on hardware with instructions for it, with the same accuracy in the end.</summary>
    [JsonStringEnumMemberName("bf16")] BFloat16,
}
