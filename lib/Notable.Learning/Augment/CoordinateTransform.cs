using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// All geometric augmentations of a batch as one map a picture and one resampling (bilinear, corners aligned). fastai's
/// AffineCoordTfm: M = affine1 affine2 ..., then the perspective maps act on M's coordinates.
/// </summary>
/// <param name="affine">In fastai's order: flip, rotate, zoom.</param>
/// <param name="perspective">Act on the coordinates that <paramref name="affine"/> leads to.</param>
/// <param name="size">Side of the result in pixels; null keeps the batch's size.</param>
/// <param name="padMode">What lies outside the picture; its reflection by default.</param>
public sealed class CoordinateTransform(
    IReadOnlyList<IHomographyDraw> affine, IReadOnlyList<IHomographyDraw> perspective, int? size = null,
    WarpPadding padMode = WarpPadding.Reflection) : BatchTransform
{
    /// <summary>What lies outside the picture.</summary>
    public WarpPadding PadMode => padMode;

    /// <summary>Side of the result in pixels; null keeps the batch's size.</summary>
    public int? Size { get; } = size is null or > 0
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "a picture size is positive");

    /// <inheritdoc/>
    public override int Order => 30;

    /// <inheritdoc/>
    public override torch.Tensor Apply(torch.Tensor images, Random random)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        return Resampling.Apply(images, Draw((int)images.shape[0], random, height, width), Size ?? height, Size ?? width, padMode);
    }

    /// <summary>The maps of so many pictures of this shape.</summary>
    internal Homography[] Draw(int count, Random random, long height, long width)
    {
        var maps = new Homography[count];
        for (var i = 0; i < count; i++)
            maps[i] = Draw(random, height, width);
        return maps;
    }

    /// <summary>The whole map of one picture of this shape.</summary>
    public Homography Draw(Random random, long height, long width)
    {
        var map = affine.Aggregate(Homography.Identity, (product, draw) => product * draw.Draw(random)).ForShape(height, width);
        return perspective.Aggregate(map, (product, draw) => draw.Draw(random) * product);
    }
}

/// <summary>What a warped picture shows where it looks beyond its own borders.</summary>
public enum WarpPadding
{
    /// <summary>The picture mirrored at its border.</summary>
    Reflection,

    /// <summary>Black.</summary>
    Zeros,

    /// <summary>The border's own pixels.</summary>
    Border,
}

/// <summary>A geometric augmentation: one draw is one map of one picture's coordinates.</summary>
public interface IHomographyDraw
{
    /// <summary>The map for one picture.</summary>
    Homography Draw(Random random);
}
