using Notable.Imaging;

namespace Notable.Learning;

/// <summary>Transforms one picture before it joins a batch. Thread-safe: all randomness comes from the given generator.</summary>
public abstract class ItemTransform
{
    /// <summary>Transforms a picture for training.</summary>
    /// <param name="picture">A picture of any size.</param>
    /// <param name="random">Random generator of the item.</param>
    public abstract Picture Apply(Picture picture, Random random);
}

/// <summary>An item transform that resizes every picture to the same square, so that they can be stacked into a batch.</summary>
public abstract class ResizeTransform : ItemTransform
{
    /// <summary>Width and height of the result in pixels; validation may use another size.</summary>
    public abstract int Size { get; }

    /// <summary>The deterministic resize for validation and prediction.</summary>
    public abstract PictureResize Validation { get; }

    /// <summary>
    /// Returns what <see cref="ItemTransform.Apply"/> does to a picture of this size, with the same draws; null if a
    /// <see cref="ResizePlan"/> cannot express it.
    /// </summary>
    internal virtual ResizePlan? Plan(int width, int height, Random random) => null;
}
