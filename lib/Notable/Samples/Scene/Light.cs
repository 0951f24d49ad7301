using System.Runtime.Intrinsics;
using Notable.Samples.Drawing;

namespace Notable.Samples.Scene;

/// <summary>The lighting of a scene: brightness falling off to one side, a color cast, sometimes a bright spot, and camera noise.</summary>
internal sealed class Light
{
    private readonly double brightness, slopeX, slopeY, grain;
    private readonly Ink cast;
    private readonly double spotX, spotY, spotRadius, spotGain;
    private readonly SplitMix64 random;

    public Light(SplitMix64 random)
    {
        this.random = random;
        brightness = random.Between(0.7, 1.12);
        (slopeX, slopeY) = (random.Between(-0.28, 0.28), random.Between(-0.28, 0.28));
        var warmth = random.Between(-0.13, 0.16);
        cast = new((float)(1 + warmth), 1, (float)(1 - warmth));
        (spotX, spotY, spotRadius) = (random.Between(-0.5, 0.5), random.Between(-0.5, 0.5), random.Between(0.15, 0.5));
        spotGain = random.Chance(0.3) ? random.Between(0.1, 0.35) : 0;
        grain = random.Between(1, 7);
    }

    /// <summary>Returns a color as the camera sees it; x and y run from -0.5 to 0.5 over the photo.</summary>
    public Ink On(Ink color, double x, double y)
    {
        var (dx, dy) = ((x - spotX) / spotRadius, (y - spotY) / spotRadius);
        var nearness = Math.Max(0, 1 - dx * dx - dy * dy);
        var gain = (brightness + slopeX * x + slopeY * y) * (1 + spotGain * nearness * nearness);
        // The sum of four 16-bit draws from one number is approximately normal.
        var bits = random.Bits();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        var noise = (sum / 65536.0 - 2) * 1.7 * grain;
        return new(color.Channels * cast.Channels * (float)gain + Vector128.Create((float)noise));
    }
}
