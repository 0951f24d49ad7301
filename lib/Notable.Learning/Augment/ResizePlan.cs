using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning;

/// <summary>
/// What a resize does to one picture, after all draws: cut out a box, resize it to a square, cut out the square's centre. The same
/// numbers serve a picture in host memory and one in a device's.
/// </summary>
/// <param name="Box">The part of the picture.</param>
/// <param name="ResizeTo">Side it is resized to, in pixels.</param>
/// <param name="Size">Side of the result, at most <paramref name="ResizeTo"/>.</param>
internal readonly record struct ResizePlan(CropBox Box, int ResizeTo, int Size)
{
    private int Margin => (ResizeTo - Size) / 2;

    /// <summary>The square of <see cref="Size"/> pixels; Pillow's bytes.</summary>
    public Picture Apply(Picture picture)
    {
        var resized = picture.Resize(ResizeTo, ResizeTo, Box);
        return ResizeTo == Size ? resized : resized.Crop(Margin, Margin, Size, Size);
    }

    /// <summary>
    /// The same on a tensor's device: libtorch's antialiased bilinear rule is Pillow's but for the rounding between its two passes,
    /// so that no byte differs by more than 1.
    /// </summary>
    /// <param name="picture">[H, W, 3] uint8.</param>
    /// <returns>[Size, Size, 3] uint8, for the current dispose scope.</returns>
    public torch.Tensor Apply(torch.Tensor picture)
    {
        using var scope = torch.NewDisposeScope();
        var box = picture.narrow(0, Box.Top, Box.Height).narrow(1, Box.Left, Box.Width);
        var resized = torch.nn.functional.interpolate(box.permute(2, 0, 1).unsqueeze(0).to_type(torch.ScalarType.Float32),
            [ResizeTo, ResizeTo], mode: torch.InterpolationMode.Bilinear, align_corners: false, antialias: true);
        var centre = resized[0].narrow(1, Margin, Size).narrow(2, Margin, Size);
        return centre.permute(1, 2, 0).round().clamp_(0, 255).to_type(torch.ScalarType.Byte).MoveToOuterDisposeScope();
    }
}
