using System.Runtime.Intrinsics;

namespace Notable.Samples.Drawing;

/// <summary>A color: red, green and blue in the first three lanes, 0 to 255 (intermediate values may exceed the range).</summary>
internal readonly record struct Ink(Vector128<float> Channels)
{
    public Ink(float red, float green, float blue) : this(Vector128.Create(red, green, blue, 0)) { }

    public static Ink White { get; } = new(255, 255, 255);

    /// <summary>Interpolates from this color (0) to the other (1).</summary>
    public Ink Towards(Ink other, double share) => new(Channels + (other.Channels - Channels) * (float)share);

    /// <summary>Multiplies the color: above 1 is brighter, below 1 darker.</summary>
    public Ink Times(double factor) => new(Channels * (float)factor);

    /// <summary>Rounds the channels and clamps them to bytes.</summary>
    public void Store(Span<byte> pixel)
    {
        var rounded = Vector128.ConvertToInt32(
            Vector128.Clamp(Channels + Vector128.Create(0.5f), Vector128<float>.Zero, Vector128.Create(255f)));
        pixel[2] = (byte)rounded[2];
        pixel[1] = (byte)rounded[1];
        pixel[0] = (byte)rounded[0];
    }
}
