using System.Numerics;

namespace Notable.Imaging.Reading;

/// <summary>The largest possible values of the 64 quantized coefficients of a block, in zigzag order.</summary>
internal sealed class JpegCoefficientLimits
{
    /// <summary>Coefficients of 8-bit samples do not exceed 1024; rounding and sharpening encoders may exceed it slightly.</summary>
    private const int Largest = 1024 * 2;

    private readonly int[] limits = new int[64];

    /// <summary>Computes the limits.</summary>
    /// <param name="steps">The quantization steps.</param>
    public JpegCoefficientLimits(ReadOnlySpan<int> steps)
    {
        for (var i = 0; i < 64; i++)
        {
            limits[i] = Largest / Math.Max(1, steps[i]) + 1;
            SafeBits[i] = (byte)BitOperations.Log2((uint)limits[i] + 1);
        }
    }

    /// <summary>For each coefficient, the number of bits whose values are always within the limit.</summary>
    public byte[] SafeBits { get; } = new byte[64];

    /// <summary>Returns whether a coefficient exceeds its limit.</summary>
    public bool IsBeyond(int index, int value) => Math.Abs(value) > limits[index];
}
