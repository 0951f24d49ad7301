using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Resizes every picture to a square. With <see cref="ResizeMethod.Crop"/>, training places the square at random along the longer side and
/// validation in the middle; the other methods are deterministic. fastai's rule.
/// </summary>
/// <param name="size">Side of the result in pixels.</param>
/// <param name="method">What happens to the aspect ratio.</param>
public sealed class Resize(int size, ResizeMethod method = ResizeMethod.Crop) : ResizeTransform
{
    /// <inheritdoc/>
    public override int Size => Validation.Size;

    /// <inheritdoc/>
    public override PictureResize Validation { get; } = new(method, size, size);

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) =>
        Plan(picture.Width, picture.Height, random)?.Apply(picture) ?? Validation.Apply(picture);

    internal override ResizePlan? Plan(int width, int height, Random random)
    {
        if (method != ResizeMethod.Crop)
            return Validation.Plan(width, height);
        var side = Math.Min(width, height);
        var left = (int)((width - side) * random.NextDouble());
        var top = (int)((height - side) * random.NextDouble());
        return new ResizePlan(new(left, top, side, side), Size, Size);
    }
}
