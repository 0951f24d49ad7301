using System.Numerics;
using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>
/// A perceptual hash of 256 bits: for each cell of a 16 x 16 grid, whether its right neighbor is brighter (the "difference hash").
/// Scaling, compression and moderate changes of light keep nearly all bits. The usual 64 bits are too few here: banknotes of one
/// design differ only in details.
/// </summary>
public readonly record struct PerceptualHash
{
    private const int Side = 16;

    private readonly ulong a, b, c, d;

    private PerceptualHash(ReadOnlySpan<ulong> words) => (a, b, c, d) = (words[0], words[1], words[2], words[3]);

    /// <summary>Minimum length of the shorter side, in pixels, for the hash not to depend on how the picture was scaled down.</summary>
    public const int NeededShortSide = 4 * Side;

    /// <summary>Returns the hash of a picture; null if it has almost no contrast, because such pictures would all match each other.</summary>
    public static PerceptualHash? Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        const int width = Side + 1;
        var cells = picture.Resize(width, Side).Pixels;
        Span<int> light = stackalloc int[width * Side];
        var (darkest, brightest) = (int.MaxValue, 0);
        for (var i = 0; i < light.Length; i++)
        {
            // ITU-R BT.601, in thousandths.
            light[i] = 299 * cells[3 * i] + 587 * cells[3 * i + 1] + 114 * cells[3 * i + 2];
            (darkest, brightest) = (Math.Min(darkest, light[i]), Math.Max(brightest, light[i]));
        }
        return brightest - darkest < NearDuplicateThresholds.MinHashContrast * 1000 ? null : new(Bits(light));
    }

    /// <summary>Returns the number of bits that differ, 0 to 256.</summary>
    public int DistanceTo(in PerceptualHash other) =>
        BitOperations.PopCount(a ^ other.a) + BitOperations.PopCount(b ^ other.b)
        + BitOperations.PopCount(c ^ other.c) + BitOperations.PopCount(d ^ other.d);

    private static ulong[] Bits(ReadOnlySpan<int> light)
    {
        var words = new ulong[Side * Side / 64];
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
            {
                var at = y * (Side + 1) + x;
                var bit = y * Side + x;
                if (light[at] < light[at + 1])
                    words[bit / 64] |= 1UL << (bit % 64);
            }
        return words;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{a:x16}{b:x16}{c:x16}{d:x16}";
}
