using TorchSharp;

namespace Notable.Learning;

/// <summary>Resamples the pixels of a batch with one <see cref="Homography"/> per picture.</summary>
public static class Resampling
{
    /// <summary>Resamples the batch bilinearly; the centers of the corner pixels are at -1 and 1.</summary>
    /// <param name="images">[N, C, H, W] float32.</param>
    /// <param name="maps">N maps, or one for all.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="padMode">How to fill areas outside the picture.</param>
    /// <returns>[N, C, height, width] float32.</returns>
    public static torch.Tensor Apply(torch.Tensor images, ReadOnlySpan<Homography> maps, long height, long width,
        WarpPadding padMode = WarpPadding.Reflection)
    {
        using var scope = torch.NewDisposeScope();
        var grid = Grid(maps, height, width, images.device);
        if (maps.Length == 1 && images.shape[0] > 1)
            grid = grid.expand(images.shape[0], height, width, 2);
        var source = Shrunk(images, grid);
        var outside = padMode switch
        {
            WarpPadding.Zeros => torch.GridSamplePaddingMode.Zeros,
            WarpPadding.Border => torch.GridSamplePaddingMode.Border,
            _ => torch.GridSamplePaddingMode.Reflection,
        };
        return torch.nn.functional.grid_sample(source, grid, torch.GridSampleMode.Bilinear, outside, align_corners: true).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Returns the source position of each pixel of the result: [N, height, width, 2] float32, x before y, -1 to 1 inside the picture.
    /// </summary>
    public static torch.Tensor Grid(ReadOnlySpan<Homography> maps, long height, long width, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var values = new float[maps.Length * 9];
        for (var i = 0; i < maps.Length; i++)
            maps[i].CopyTo(values.AsSpan(i * 9, 9));
        var matrices = torch.tensor((IList<float>)values, [maps.Length, 3, 3], device: device);

        // affine_grid of the identity lists the positions (x, y) of the result; a third coordinate of 1 makes them homogeneous.
        var identity = torch.tensor((IList<float>)[1, 0, 0, 0, 1, 0], [1, 2, 3], device: device);
        var places = torch.nn.functional.affine_grid(identity, [1, 1, height, width], align_corners: true)
            .view(height * width, 2).t();
        var homogeneous = torch.cat([places, torch.ones(1, height * width, device: device)]);

        // [N, 3, 3] times [3, HW] is one matrix product; x and y stay in separate planes, which grid_sample reads fastest.
        var moved = matrices.matmul(homogeneous);
        var grid = moved.narrow(1, 0, 2) / moved.narrow(1, 2, 1);
        return grid.view(maps.Length, 2, height, width).permute(0, 2, 3, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Returns the factor by which a source is shrunk before it is resampled; 1 or less for none.</summary>
    internal static double Shrink(long height, long width, long toHeight, long toWidth) =>
        Math.Min((double)height / toHeight, (double)width / toWidth) / 2;

    /// <summary>
    /// Averages down a source more than twice as large as the result, since bilinear resampling reads only four pixels, unless the maps zoom in
    /// as much (fastai's rule).
    /// </summary>
    private static torch.Tensor Shrunk(torch.Tensor images, torch.Tensor grid)
    {
        var shrink = Shrink(images.shape[2], images.shape[3], grid.shape[1], grid.shape[2]);
        if (shrink <= 1)
            return images;
        var zoom = 2 / (grid.max().item<float>() - grid.min().item<float>());
        return shrink <= zoom
            ? images
            : torch.nn.functional.interpolate(images, [(long)(images.shape[2] / shrink), (long)(images.shape[3] / shrink)],
                mode: torch.InterpolationMode.Area);
    }
}
