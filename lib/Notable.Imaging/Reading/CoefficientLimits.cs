using System.Numerics;

namespace Notable.Imaging.Reading;

/// <summary>The largest values that the 64 coefficients of a block can have, in zigzag order, as quantized.</summary>
internal sealed class CoefficientLimits
{
    /// <summary>
    /// Blocks of 8-bit samples have no coefficient beyond 1024. Rounding, and encoders that sharpen edges, exceed it by some.
    /// </summary>
    private const int Largest = 1024 * 2;

    private readonly int[] limits = new int[64];

    /// <summary>Sets the limits.</summary>
    /// <param name="steps">The quantization steps.</param>
    public CoefficientLimits(ReadOnlySpan<int> steps)
    {
        for (var i = 0; i < 64; i++)
        {
            limits[i] = Largest / Math.Max(1, steps[i]) + 1;
            SafeBits[i] = (byte)BitOperations.Log2((uint)limits[i] + 1);
        }
    }

    /// <summary>Values of so many bits are within the limit.</summary>
    public byte[] SafeBits { get; } = new byte[64];

    /// <summary>Whether a coefficient is beyond its limit.</summary>
    public bool IsBeyond(int index, int value) => Math.Abs(value) > limits[index];
}
