namespace Notable.Imaging.Resampling;

/// <summary>
/// Antialiased bilinear resizing of interleaved RGB: rows first, then columns, with 8 bits in between; bit for bit Pillow's result.
/// </summary>
internal static class Resampler
{
    private const int Bands = 3;

    /// <summary>Resizes a box of a picture, exactly as if the box had been cropped first.</summary>
    /// <param name="pixels">The whole picture.</param>
    /// <param name="pictureWidth">Its width in pixels.</param>
    /// <param name="box">The part to resize; must be inside the picture.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    public static byte[] Resize(ReadOnlySpan<byte> pixels, int pictureWidth, CropBox box, int width, int height)
    {
        var stride = pictureWidth * Bands;
        var rows = pixels[(box.Top * stride + box.Left * Bands)..];
        if (width != box.Width)
        {
            rows = Narrowed(rows, stride, box, width);
            stride = width * Bands;
        }
        return Lowered(rows, stride, box.Height, width * Bands, height);
    }

    private static byte[] Narrowed(ReadOnlySpan<byte> rows, int stride, CropBox box, int width)
    {
        var weights = ResampleWeights.For(box.Width, width);
        var narrowed = GC.AllocateUninitializedArray<byte>(checked(width * box.Height * Bands));
        for (var y = 0; y < box.Height; y++)
            HorizontalPass.Run(rows[(y * stride)..], weights, narrowed.AsSpan(y * width * Bands, width * Bands));
        return narrowed;
    }

    private static byte[] Lowered(ReadOnlySpan<byte> rows, int stride, int rowCount, int rowBytes, int height)
    {
        var weights = ResampleWeights.For(rowCount, height);
        var lowered = GC.AllocateUninitializedArray<byte>(checked(rowBytes * height));
        for (var y = 0; y < height; y++)
            VerticalPass.Run(
                rows[(weights.Starts[y] * stride)..], stride, weights.TapsOf(y), lowered.AsSpan(y * rowBytes, rowBytes));
        return lowered;
    }
}
