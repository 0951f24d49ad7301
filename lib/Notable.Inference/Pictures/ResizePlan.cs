using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// The resize of one picture, after all random draws: crop a box, resize it to a square, crop the square's center. Independent of whether
/// the picture is in host or device memory.
/// </summary>
/// <param name="Box">The part of the picture.</param>
/// <param name="ResizeTo">Side it is resized to, in pixels.</param>
/// <param name="Size">Side of the result, at most <paramref name="ResizeTo"/>.</param>
internal readonly record struct ResizePlan(CropBox Box, int ResizeTo, int Size)
{
    /// <summary>Pixels between the edge of the resized square and the center crop.</summary>
    public int Margin => (ResizeTo - Size) / 2;

    /// <summary>Resizes and crops a picture to a square with sides of <see cref="Size"/> pixels, byte-identical to Pillow's result.</summary>
    public Picture Apply(Picture picture)
    {
        var resized = picture.Resize(ResizeTo, ResizeTo, Box);
        return ResizeTo == Size ? resized : resized.Crop(Margin, Margin, Size, Size);
    }
}
