namespace Notable.Imaging.Resampling;

/// <summary>Converts a fixed-point weighted sum to a byte.</summary>
internal static class FixedPoint
{
    /// <summary>Initial value of a sum, so that the shift rounds to nearest.</summary>
    public const int Half = 1 << (ResampleWeights.FractionBits - 1);

    /// <summary>Drops the fractional bits of the sum and clamps it to 0 to 255.</summary>
    public static byte ToByte(int sum) => (byte)Math.Clamp(sum >> ResampleWeights.FractionBits, 0, 255);
}
