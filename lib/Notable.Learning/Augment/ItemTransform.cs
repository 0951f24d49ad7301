using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Changes one picture before it joins a batch. Works on any thread: all randomness comes from the given stream.
/// </summary>
public abstract class ItemTransform
{
    /// <summary>The picture as training sees it.</summary>
    /// <param name="picture">Any size.</param>
    /// <param name="random">The item's own stream.</param>
    public abstract Picture Apply(Picture picture, Random random);
}

/// <summary>An item transform that gives every picture the same square size, so that a batch can be stacked.</summary>
public abstract class ResizeTransform : ItemTransform
{
    /// <summary>Width and height of the result in pixels; what validation sees may have others.</summary>
    public abstract int Size { get; }

    /// <summary>The rule without chance that validation and prediction follow.</summary>
    public abstract PictureResize Validation { get; }

    /// <summary>
    /// What <see cref="ItemTransform.Apply"/> does to a picture of this size, with the same draws; null where that is more than a
    /// <see cref="ResizePlan"/> can say.
    /// </summary>
    internal virtual ResizePlan? Plan(int width, int height, Random random) => null;
}
