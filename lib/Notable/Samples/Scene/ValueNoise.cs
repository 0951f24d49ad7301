using Notable.Samples.Drawing;

namespace Notable.Samples.Scene;

/// <summary>Smooth random heights over the plane: random values on a grid, interpolated in between.</summary>
/// <param name="seed">Random seed.</param>
internal sealed class ValueNoise(ulong seed)
{
    private const int Side = 64;

    private readonly float[] heights = Make(seed);

    /// <summary>Returns the height at a point, 0 to 1; the grid has a spacing of 1 and repeats after 64.</summary>
    public double At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (x - left, y - top);
        (u, v) = (u * u * (3 - 2 * u), v * v * (3 - 2 * v));
        var (upper, lower) = ((top & (Side - 1)) * Side, ((top + 1) & (Side - 1)) * Side);
        var (near, far) = (left & (Side - 1), (left + 1) & (Side - 1));
        var above = heights[upper + near] + (heights[upper + far] - heights[upper + near]) * u;
        var below = heights[lower + near] + (heights[lower + far] - heights[lower + near]) * u;
        return above + (below - above) * v;
    }

    private static float[] Make(ulong seed)
    {
        var random = new SplitMix64(seed);
        var made = new float[Side * Side];
        for (var i = 0; i < made.Length; i++)
            made[i] = (float)random.Next();
        return made;
    }
}
