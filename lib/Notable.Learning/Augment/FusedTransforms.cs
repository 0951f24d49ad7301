using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// The usual batch transforms and the normalization as one pass over a batch's bytes on the CPU. Same draws and, except for rounding, same
/// result as the separate transforms.
/// </summary>
internal sealed class FusedTransforms
{
    private readonly CoordinateTransform? coordinates;
    private readonly LightingTransform? lighting;
    private readonly Normalize normalize;

    private FusedTransforms(CoordinateTransform? coordinates, LightingTransform? lighting, Normalize normalize) =>
        (this.coordinates, this.lighting, this.normalize) = (coordinates, lighting, normalize);

    /// <summary>
    /// Creates the pass for these transforms; null if one of them is of another type, or a picture shrinks so much that it must be averaged
    /// down first.
    /// </summary>
    /// <param name="ordered">The transforms in the order they are applied.</param>
    /// <param name="normalize">Applied last.</param>
    /// <param name="size">Side of the pictures before the transforms, in pixels.</param>
    public static FusedTransforms? Of(IReadOnlyList<BatchTransform> ordered, Normalize normalize, int size)
    {
        var pass = ordered switch
        {
            [] => new FusedTransforms(null, null, normalize),
            [CoordinateTransform coordinates] => new(coordinates, null, normalize),
            [LightingTransform lighting] => new(null, lighting, normalize),
            [CoordinateTransform coordinates, LightingTransform lighting] => new(coordinates, lighting, normalize),
            _ => null,
        };
        if (pass?.coordinates is { PadMode: not WarpPadding.Reflection })
            return null;
        return pass?.coordinates?.Size is { } result && Resampling.Shrink(size, size, result, result) > 1 ? null : pass;
    }

    /// <summary>Applies the normalization only.</summary>
    public static torch.Tensor Plain(torch.Tensor pixels, Normalize normalize) =>
        new FusedTransforms(null, null, normalize).Apply(pixels, Random.Shared);

    /// <summary>Converts [N, S, S, 3] uint8 on the CPU to [N, 3, H, W] float32, in the current dispose scope.</summary>
    public torch.Tensor Apply(torch.Tensor pixels, Random random)
    {
        var (count, height, width) = ((int)pixels.shape[0], pixels.shape[1], pixels.shape[2]);
        var maps = Numbers(coordinates?.Draw(count, random, height, width) ?? []);
        var lights = Numbers(lighting?.Draw(count, random) ?? []);
        return FusedAugment.Apply(pixels, maps, lights, normalize.Means, normalize.Deviations,
            coordinates?.Size ?? height, coordinates?.Size ?? width);
    }

    /// <summary>Returns nine numbers per map.</summary>
    internal static float[] Numbers(Homography[] maps)
    {
        var numbers = new float[9 * maps.Length];
        for (var i = 0; i < maps.Length; i++)
            maps[i].CopyTo(numbers.AsSpan(9 * i, 9));
        return numbers;
    }

    /// <summary>Returns scale and shift of each change.</summary>
    internal static float[] Numbers(Lighting[] changes) =>
        [.. changes.SelectMany(change => (float[])[(float)change.Scale, (float)change.Shift])];
}
