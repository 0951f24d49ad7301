using Notable.Imaging;

namespace Notable.Learning;

/// <summary>How pictures of any aspect ratio are made square.</summary>
public enum ResizeMethod
{
    /// <summary>Crops the largest centered square, and resizes it.</summary>
    Crop,

    /// <summary>Resizes the whole picture without keeping the aspect ratio.</summary>
    Squish,

    /// <summary>Pads the picture to a square with its reflection, and resizes it.</summary>
    Pad,

    /// <summary>Pads the picture to a square with black, and resizes it.</summary>
    PadBlack,
}

/// <summary>
/// A deterministic rule that turns a picture of any size into a square: by <paramref name="Method"/> to a square of
/// <paramref name="ResizeTo"/>, of which the center of <paramref name="Size"/> is used. Resizing is Pillow's antialiased bilinear, as in
/// fastai.
/// </summary>
/// <param name="Method">How the aspect ratio is handled.</param>
/// <param name="ResizeTo">Side in pixels before the center is cropped; at least <paramref name="Size"/>.</param>
/// <param name="Size">Side of the result in pixels, 1 to 8192.</param>
public sealed record PictureResize(ResizeMethod Method, int ResizeTo, int Size)
{
    private const int LargestSize = 8192;

    /// <summary>Pictures up to the first side are padded at full size, whatever the result's size.</summary>
    private const int SmallestSquare = 4096, LargestSquare = 16384;

    /// <inheritdoc cref="PictureResize"/>
    public int Size { get; } = Size is >= 1 and <= LargestSize
        ? Size
        : throw new ArgumentOutOfRangeException(nameof(Size), Size, $"a picture size must be from 1 to {LargestSize} pixels");

    /// <inheritdoc cref="PictureResize"/>
    public int ResizeTo { get; } = ResizeTo >= Size && ResizeTo <= 2 * LargestSize
        ? ResizeTo
        : throw new ArgumentOutOfRangeException(
            nameof(ResizeTo), ResizeTo, $"must lie in {Size} (the final size) to {2 * LargestSize} pixels");

    /// <summary>
    /// Minimum short side to decode with, in pixels: twice the size of the resize, so that decoding at a reduced size loses no visible
    /// detail.
    /// </summary>
    public int MinShortSide => 2 * ResizeTo;

    /// <summary>Returns the square of <see cref="Size"/> pixels.</summary>
    public Picture Apply(Picture picture)
    {
        var whole = Pads ? Padded(picture) : picture;
        return Cut(whole.Width, whole.Height).Apply(whole);
    }

    /// <summary>Whether the picture is padded before it is resized.</summary>
    internal bool Pads => Method is ResizeMethod.Pad or ResizeMethod.PadBlack;

    /// <summary>Returns the plan for a picture of this size; null if it <see cref="Pads"/>.</summary>
    internal ResizePlan? Plan(int width, int height) => Pads ? null : Cut(width, height);

    private ResizePlan Cut(int width, int height) =>
        new(Method == ResizeMethod.Crop ? CenterSquare(width, height) : new(0, 0, width, height), ResizeTo, Size);

    private static CropBox CenterSquare(int width, int height)
    {
        var side = Math.Min(width, height);
        return new((width - side) / 2, (height - side) / 2, side, side);
    }

    /// <summary>
    /// Pads the picture to a square. A picture much longer than the result is shrunk first: a strip of 1000 x 20,000 pixels would need a
    /// square of 1.2 GB.
    /// </summary>
    private Picture Padded(Picture picture)
    {
        var longest = Math.Clamp(4 * ResizeTo, SmallestSquare, LargestSquare);
        if (Math.Max(picture.Width, picture.Height) is var longSide && longSide > longest)
            picture = picture.Resize(Shrunk(picture.Width), Shrunk(picture.Height));
        var (width, height) = (picture.Width, picture.Height);
        var side = Math.Max(width, height);
        var (left, top) = ((side - width) / 2, (side - height) / 2);
        return picture.Pad(left, top, side - width - left, side - height - top,
            Method == ResizeMethod.Pad ? PadMode.Reflect : PadMode.Zeros);

        int Shrunk(int side) => Math.Max(1, (int)Math.Round((double)side * longest / longSide));
    }
}
