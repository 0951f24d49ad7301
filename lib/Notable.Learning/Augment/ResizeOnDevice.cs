using TorchSharp;

namespace Notable.Learning;

/// <summary>Applies a <see cref="ResizePlan"/> on a tensor's device.</summary>
internal static class ResizeOnDevice
{
    /// <summary>
    /// Crops and resizes. libtorch's antialiased bilinear filter differs from Pillow's only in the rounding between its two passes: no byte
    /// differs by more than 1 from <see cref="ResizePlan.Apply"/>.
    /// </summary>
    /// <param name="plan">What to cut out and how to resize it.</param>
    /// <param name="picture">[H, W, 3] uint8.</param>
    /// <returns>[Size, Size, 3] uint8, in the current dispose scope.</returns>
    public static torch.Tensor Apply(this ResizePlan plan, torch.Tensor picture)
    {
        using var scope = torch.NewDisposeScope();
        var box = picture.narrow(0, plan.Box.Top, plan.Box.Height).narrow(1, plan.Box.Left, plan.Box.Width);
        var resized = torch.nn.functional.interpolate(box.permute(2, 0, 1).unsqueeze(0).to_type(torch.ScalarType.Float32),
            [plan.ResizeTo, plan.ResizeTo], mode: torch.InterpolationMode.Bilinear, align_corners: false, antialias: true);
        var center = resized[0].narrow(1, plan.Margin, plan.Size).narrow(2, plan.Margin, plan.Size);
        using Scalar black = 0, white = 255;
        return center.permute(1, 2, 0).round().clamp_(black, white).to_type(torch.ScalarType.Byte).MoveToOuterDisposeScope();
    }
}
