namespace Notable.Imaging.Resampling;

/// <summary>How a weighted sum becomes a byte again.</summary>
internal static class FixedPoint
{
    /// <summary>What a sum starts at, so that the shift rounds to nearest.</summary>
    public const int Half = 1 << (ResampleWeights.FractionBits - 1);

    /// <summary>The sum without its fractional bits, held to 0 to 255.</summary>
    public static byte ToByte(int sum) => (byte)Math.Clamp(sum >> ResampleWeights.FractionBits, 0, 255);
}
