namespace Notable.Imaging.Pixels;

/// <summary>Crops and pads RGB pixels.</summary>
internal static class CropAndPad
{
    /// <summary>Returns the pixels of a box, which must be inside the picture.</summary>
    public static byte[] Crop(ReadOnlySpan<byte> pixels, int pictureWidth, CropBox box)
    {
        var row = box.Width * 3;
        var cut = new byte[row * box.Height];
        for (var y = 0; y < box.Height; y++)
            pixels.Slice(((box.Top + y) * pictureWidth + box.Left) * 3, row).CopyTo(cut.AsSpan(y * row));
        return cut;
    }

    /// <summary>Places the picture at (left, top) of a larger one.</summary>
    public static byte[] Pad(
        ReadOnlySpan<byte> pixels, int width, int height, int left, int top, int outWidth, int outHeight, PadMode mode)
    {
        var padded = new byte[checked(outWidth * outHeight * 3)];
        for (var y = 0; y < outHeight; y++)
        {
            var target = padded.AsSpan(y * outWidth * 3, outWidth * 3);
            var from = y - top;
            if (mode == PadMode.Zeros && (from < 0 || from >= height))
                continue;
            var source = pixels.Slice(Mirrored(from, height) * width * 3, width * 3);
            source.CopyTo(target[(left * 3)..]);
            if (mode == PadMode.Zeros)
                continue;
            for (var x = 0; x < left; x++)
                source.Slice(Mirrored(x - left, width) * 3, 3).CopyTo(target[(x * 3)..]);
            for (var x = left + width; x < outWidth; x++)
                source.Slice(Mirrored(x - left, width) * 3, 3).CopyTo(target[(x * 3)..]);
        }
        return padded;
    }

    /// <summary>Reflects any index at both edges into 0 to size - 1.</summary>
    private static int Mirrored(int index, int size)
    {
        if (size == 1)
            return 0;
        var period = 2 * (size - 1);
        var phase = Math.Abs(index) % period;
        return Math.Min(phase, period - phase);
    }
}
