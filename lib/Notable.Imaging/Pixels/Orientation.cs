namespace Notable.Imaging.Pixels;

/// <summary>The eight EXIF orientations (EXIF 2.3, tag 0x0112).</summary>
internal static class Orientation
{
    /// <summary>Whether turning upright swaps width and height.</summary>
    public static bool SwapsSides(int orientation) => orientation >= 5;

    /// <summary>Turns RGB pixels upright; returns the same array if they already are.</summary>
    public static byte[] Upright(byte[] pixels, int width, int height, int orientation)
    {
        if (orientation is < 2 or > 8)
            return pixels;
        // Position of upright pixel (x, y) in the stored pixels: start + x * across + y * down.
        int last = width - 1, bottom = (height - 1) * width;
        var (start, across, down) = orientation switch
        {
            2 => (last, -1, width),
            3 => (bottom + last, -1, -width),
            4 => (bottom, 1, -width),
            5 => (0, width, 1),
            6 => (bottom, -width, 1),
            7 => (bottom + last, -width, -1),
            _ => (last, width, -1),
        };
        var (columns, rows) = SwapsSides(orientation) ? (height, width) : (width, height);
        var upright = new byte[pixels.Length];
        for (int y = 0, o = 0; y < rows; y++)
            for (int x = 0, i = (start + y * down) * 3; x < columns; x++, i += across * 3, o += 3)
            {
                upright[o] = pixels[i];
                upright[o + 1] = pixels[i + 1];
                upright[o + 2] = pixels[i + 2];
            }
        return upright;
    }
}
