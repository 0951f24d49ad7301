namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of a tensor's elements; the values are libtorch's own.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer.</summary>
        Byte = 0,
        /// <summary>8-bit signed integer.</summary>
        Int8 = 1,
        /// <summary>16-bit signed integer.</summary>
        Int16 = 2,
        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,
        /// <summary>64-bit signed integer.</summary>
        Int64 = 4,
        /// <summary>16-bit floating point with 10 bits of fraction.</summary>
        Float16 = 5,
        /// <summary>32-bit floating point.</summary>
        Float32 = 6,
        /// <summary>64-bit floating point.</summary>
        Float64 = 7,
        /// <summary>Truth value, one byte.</summary>
        Bool = 11,
        /// <summary>16-bit floating point with the range of 32 bits and 7 bits of fraction.</summary>
        BFloat16 = 15,
    }

    /// <summary><see cref="ScalarType.Byte"/>.</summary>
    public const ScalarType uint8 = ScalarType.Byte;
    /// <summary><see cref="ScalarType.Int8"/>.</summary>
    public const ScalarType int8 = ScalarType.Int8;
    /// <summary><see cref="ScalarType.Int16"/>.</summary>
    public const ScalarType int16 = ScalarType.Int16;
    /// <summary><see cref="ScalarType.Int32"/>.</summary>
    public const ScalarType int32 = ScalarType.Int32;
    /// <summary><see cref="ScalarType.Int64"/>.</summary>
    public const ScalarType int64 = ScalarType.Int64;
    /// <summary><see cref="ScalarType.Float16"/>.</summary>
    public const ScalarType float16 = ScalarType.Float16;
    /// <summary><see cref="ScalarType.BFloat16"/>.</summary>
    public const ScalarType bfloat16 = ScalarType.BFloat16;
    /// <summary><see cref="ScalarType.Float32"/>.</summary>
    public const ScalarType float32 = ScalarType.Float32;
    /// <summary><see cref="ScalarType.Float64"/>.</summary>
    public const ScalarType float64 = ScalarType.Float64;
    /// <summary><see cref="ScalarType.Bool"/>.</summary>
    public const ScalarType @bool = ScalarType.Bool;

    /// <summary>Whether elements of this type are floating-point numbers.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;
}
