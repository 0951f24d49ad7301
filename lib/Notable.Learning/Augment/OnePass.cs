using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// The usual batch transforms and the normalization as one pass over a batch's bytes on the CPU, with the draws and the result
/// (but for rounding) of the transforms one by one.
/// </summary>
internal sealed class OnePass
{
    private readonly CoordinateTransform? coordinates;
    private readonly LightingTransform? lighting;
    private readonly Normalize normalize;

    private OnePass(CoordinateTransform? coordinates, LightingTransform? lighting, Normalize normalize) =>
        (this.coordinates, this.lighting, this.normalize) = (coordinates, lighting, normalize);

    /// <summary>The pass for these transforms; null where one of them is of an unknown kind, or a picture shrinks so far that it
    /// is averaged down first.</summary>
    /// <param name="ordered">The transforms in the order in which they run.</param>
    /// <param name="normalize">What runs last.</param>
    /// <param name="size">Side of the pictures before the transforms, in pixels.</param>
    public static OnePass? Of(IReadOnlyList<BatchTransform> ordered, Normalize normalize, int size)
    {
        var pass = ordered switch
        {
            [] => new OnePass(null, null, normalize),
            [CoordinateTransform coordinates] => new(coordinates, null, normalize),
            [LightingTransform lighting] => new(null, lighting, normalize),
            [CoordinateTransform coordinates, LightingTransform lighting] => new(coordinates, lighting, normalize),
            _ => null,
        };
        if (pass?.coordinates is { PadMode: not WarpPadding.Reflection })
            return null;
        return pass?.coordinates?.Size is { } result && Resampling.Shrink(size, size, result, result) > 1 ? null : pass;
    }

    /// <summary>Nothing but the normalization.</summary>
    public static torch.Tensor Plain(torch.Tensor pixels, Normalize normalize) =>
        new OnePass(null, null, normalize).Apply(pixels, Random.Shared);

    /// <summary>[N, S, S, 3] uint8 on the host to [N, 3, H, W] float32, for the current dispose scope.</summary>
    public torch.Tensor Apply(torch.Tensor pixels, Random random)
    {
        var (count, height, width) = ((int)pixels.shape[0], pixels.shape[1], pixels.shape[2]);
        var maps = Numbers(coordinates?.Draw(count, random, height, width) ?? []);
        var lights = Numbers(lighting?.Draw(count, random) ?? []);
        return FusedAugment.Apply(pixels, maps, lights, normalize.Means, normalize.Deviations,
            coordinates?.Size ?? height, coordinates?.Size ?? width);
    }

    /// <summary>Nine numbers a map.</summary>
    internal static float[] Numbers(Homography[] maps)
    {
        var numbers = new float[9 * maps.Length];
        for (var i = 0; i < maps.Length; i++)
            maps[i].CopyTo(numbers.AsSpan(9 * i, 9));
        return numbers;
    }

    /// <summary>Scale and shift of each change.</summary>
    internal static float[] Numbers(Lighting[] changes) =>
        [.. changes.SelectMany(change => (float[])[(float)change.Scale, (float)change.Shift])];
}
