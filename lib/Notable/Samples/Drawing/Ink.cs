using System.Runtime.Intrinsics;

namespace Notable.Samples.Drawing;

/// <summary>A color: red, green and blue in the first three lanes, each 0 to 255 (or beyond, in between two steps).</summary>
internal readonly record struct Ink(Vector128<float> Channels)
{
    public Ink(float red, float green, float blue) : this(Vector128.Create(red, green, blue, 0)) { }

    public static Ink White { get; } = new(255, 255, 255);

    /// <summary>This color at 0, the other at 1.</summary>
    public Ink Towards(Ink other, double share) => new(Channels + (other.Channels - Channels) * (float)share);

    /// <summary>Brighter above 1, darker below.</summary>
    public Ink Times(double factor) => new(Channels * (float)factor);

    /// <summary>Rounds the channels into three bytes, held to 0 to 255.</summary>
    public void Store(Span<byte> pixel)
    {
        var rounded = Vector128.ConvertToInt32(
            Vector128.Clamp(Channels + Vector128.Create(0.5f), Vector128<float>.Zero, Vector128.Create(255f)));
        pixel[2] = (byte)rounded[2];
        pixel[1] = (byte)rounded[1];
        pixel[0] = (byte)rounded[0];
    }
}
