using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>
/// A picture small enough to compare with many others, and detailed enough to show a check mark in a form: 128 x 128 cells of brightness,
/// 16 x 16 of color. Perceptual hashes find candidates for the same picture; this decides.
/// </summary>
internal sealed class ComparisonThumbnail
{
    /// <summary>Minimum short side in pixels to decode a picture with.</summary>
    public const int NeededShortSide = 4 * Side;

    private const int Side = 128, ColorSide = 16;

    private readonly float[] light;
    private readonly float[] color;
    private readonly int shortSide;

    private ComparisonThumbnail(float[] light, float[] color, int shortSide) => (this.light, this.color, this.shortSide) = (light, color, shortSide);

    /// <summary>Creates the thumbnail of a picture that was decoded with <see cref="NeededShortSide"/> or at full size.</summary>
    public static ComparisonThumbnail Of(Picture picture)
    {
        var light = new float[Side * Side];
        var color = new float[ColorSide * ColorSide * 2];
        var cells = picture.Resize(Side, Side).Pixels;
        for (var i = 0; i < light.Length; i++)
            light[i] = (299 * cells[3 * i] + 587 * cells[3 * i + 1] + 114 * cells[3 * i + 2]) / 1000f;
        cells = picture.Resize(ColorSide, ColorSide).Pixels;
        for (var i = 0; i < color.Length / 2; i++)
        {
            // Red and blue minus brightness, as in YCbCr.
            var (red, green, blue) = (cells[3 * i], cells[3 * i + 1], cells[3 * i + 2]);
            color[2 * i] = 0.5f * red - 0.419f * green - 0.081f * blue;
            color[2 * i + 1] = -0.169f * red - 0.331f * green + 0.5f * blue;
        }
        return new(light, color, Math.Min(picture.Width, picture.Height));
    }

    /// <summary>Returns whether both show the same picture.</summary>
    public bool Matches(ComparisonThumbnail other) => Difference(other) is var (light, color)
        && light <= NearDuplicateThresholds.MaxBrightnessDifference && color <= NearDuplicateThresholds.MaxColorDifference;

    /// <summary>Returns the largest difference of two cells, of 255: in brightness, after correcting global changes, and in color.</summary>
    public (double Light, double Color) Difference(ComparisonThumbnail other)
    {
        // Cells of fewer than four pixels depend on how a picture was scaled down.
        var side = Side;
        while (side > 32 && Math.Min(shortSide, other.shortSide) < 4 * side)
            side /= 2;
        return (BrightnessDifference(Pooled(light, side), Pooled(other.light, side)), ColorDifference(color, other.color));
    }

    private static double BrightnessDifference(float[] one, float[] other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        double product = 0, square = 0;
        for (var i = 0; i < one.Length; i++)
        {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            square += (one[i] - meanOne) * (one[i] - meanOne);
        }
        var gain = square > 0 ? Math.Clamp(product / square, NearDuplicateThresholds.MinContrastGain, NearDuplicateThresholds.MaxContrastGain) : 1;
        var most = 0.0;
        for (var i = 0; i < one.Length; i++)
            most = Math.Max(most, Math.Abs(other[i] - meanOther - gain * (one[i] - meanOne)));
        return most;
    }

    private static double ColorDifference(float[] one, float[] other)
    {
        var most = 0.0;
        for (var i = 0; i < one.Length; i++)
            most = Math.Max(most, Math.Abs(one[i] - other[i]));
        return most;
    }

    private static float[] Pooled(float[] cells, int side)
    {
        if (side == Side)
            return cells;
        var (step, pooled) = (Side / side, new float[side * side]);
        for (var y = 0; y < Side; y++)
            for (var x = 0; x < Side; x++)
                pooled[y / step * side + x / step] += cells[y * Side + x] / (step * step);
        return pooled;
    }
}
