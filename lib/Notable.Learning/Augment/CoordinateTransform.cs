using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// All geometric augmentations of a batch, combined into one map per picture and one resampling (bilinear, corners aligned). fastai's
/// AffineCoordTfm: M = affine1 affine2 ..., then the perspective maps are applied to M's coordinates.
/// </summary>
/// <param name="affine">In fastai's order: flip, rotate, zoom.</param>
/// <param name="perspective">Applied to the coordinates from <paramref name="affine"/>.</param>
/// <param name="size">Side of the result in pixels; null keeps the batch's size.</param>
/// <param name="padMode">How to fill areas outside the picture; reflection by default.</param>
public sealed class CoordinateTransform(
    IReadOnlyList<IHomographyDraw> affine, IReadOnlyList<IHomographyDraw> perspective, int? size = null,
    WarpPadding padMode = WarpPadding.Reflection) : BatchTransform
{
    /// <summary>How to fill areas outside the picture.</summary>
    public WarpPadding PadMode => padMode;

    /// <summary>Side of the result in pixels; null keeps the batch's size.</summary>
    public int? Size { get; } = size is null or > 0
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "a picture size must be positive");

    /// <inheritdoc/>
    public override int Order => 30;

    /// <inheritdoc/>
    public override torch.Tensor Apply(torch.Tensor images, Random random)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        return Resampling.Apply(images, Draw((int)images.shape[0], random, height, width), Size ?? height, Size ?? width, padMode);
    }

    /// <summary>Draws the maps of <paramref name="count"/> pictures of this shape.</summary>
    internal Homography[] Draw(int count, Random random, long height, long width)
    {
        var maps = new Homography[count];
        for (var i = 0; i < count; i++)
            maps[i] = Draw(random, height, width);
        return maps;
    }

    /// <summary>Draws the combined map of one picture of this shape.</summary>
    public Homography Draw(Random random, long height, long width)
    {
        var map = affine.Aggregate(Homography.Identity, (product, draw) => product * draw.Draw(random)).ForShape(height, width);
        return perspective.Aggregate(map, (product, draw) => draw.Draw(random) * product);
    }
}

/// <summary>How a transformed picture is filled outside its borders.</summary>
public enum WarpPadding
{
    /// <summary>The picture mirrored at its border.</summary>
    Reflection,

    /// <summary>Black.</summary>
    Zeros,

    /// <summary>The nearest border pixel.</summary>
    Border,
}

/// <summary>A random geometric augmentation. Each draw returns one homography for one picture.</summary>
public interface IHomographyDraw
{
    /// <summary>Draws the map for one picture.</summary>
    Homography Draw(Random random);
}
