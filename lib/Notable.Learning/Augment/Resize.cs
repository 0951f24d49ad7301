using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Every picture as a square of one size. By <see cref="ResizeMethod.Crop"/> training places the square at random along the
/// longer side and validation in the middle; the other methods have no chance in them. fastai's rule.
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
    public override Picture Apply(Picture picture, Random random)
    {
        if (method != ResizeMethod.Crop)
            return Validation.Apply(picture);
        var side = Math.Min(picture.Width, picture.Height);
        var left = (int)((picture.Width - side) * random.NextDouble());
        var top = (int)((picture.Height - side) * random.NextDouble());
        return picture.Resize(Size, Size, new CropBox(left, top, side, side));
    }
}
