using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// What a resize does to one picture, after all draws: cut out a box, resize it to a square, cut out the square's center. The same
/// numbers serve a picture in host memory and one in a device's.
/// </summary>
/// <param name="Box">The part of the picture.</param>
/// <param name="ResizeTo">Side it is resized to, in pixels.</param>
/// <param name="Size">Side of the result, at most <paramref name="ResizeTo"/>.</param>
internal readonly record struct ResizePlan(CropBox Box, int ResizeTo, int Size)
{
    /// <summary>Pixels between the edge of the resized square and the center that is kept.</summary>
    public int Margin => (ResizeTo - Size) / 2;

    /// <summary>The square of <see cref="Size"/> pixels; Pillow's bytes.</summary>
    public Picture Apply(Picture picture)
    {
        var resized = picture.Resize(ResizeTo, ResizeTo, Box);
        return ResizeTo == Size ? resized : resized.Crop(Margin, Margin, Size, Size);
    }
}
