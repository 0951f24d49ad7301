using Notable.Samples.Drawing;

namespace Notable.Samples.Scene;

/// <summary>The surface under a note: wood, stone, cloth or plain paper, in a random color.</summary>
internal sealed class Tabletop
{
    private static readonly Ink[] Colors =
    [
        new(120, 84, 56), new(168, 132, 96), new(78, 58, 46), new(204, 200, 194), new(108, 110, 114), new(48, 50, 54),
        new(92, 112, 92), new(94, 110, 140), new(150, 92, 88), new(228, 226, 218),
    ];

    private readonly ValueNoise noise;
    private readonly Ink color;
    private readonly double grainX, grainY, contrast, weave;

    public Tabletop(SplitMix64 random)
    {
        noise = new(random.Bits());
        color = Colors[random.Integer(0, Colors.Length - 1)].Times(random.Between(0.85, 1.15));
        // Wood has noise stretched along one axis; stone and paper have the same scale in both.
        var fine = random.Between(0.03, 0.12);
        var stretched = random.Chance(0.5) ? random.Between(0.08, 0.2) : 1;
        (grainX, grainY) = random.Chance(0.5) ? (fine * stretched, fine) : (fine, fine * stretched);
        contrast = random.Between(0.05, 0.45);
        weave = random.Chance(0.25) ? random.Between(0.03, 0.1) : 0;
    }

    /// <summary>Returns the color at a pixel.</summary>
    public Ink At(int x, int y)
    {
        var height = 0.65 * noise.At(x * grainX, y * grainY) + 0.35 * noise.At(x * grainX * 3.1 + 17, y * grainY * 3.1 + 5);
        var thread = ((x >> 2) + (y >> 2)) % 2 == 0 ? weave : -weave;
        return color.Times(1 + contrast * (height - 0.5) * 2 + thread);
    }
}
