using Notable.Imaging;

namespace Notable.Gathering.Tests.Support;

/// <summary>Pictures made by rule: the same seed makes the same picture, another seed one that looks different.</summary>
internal static class TestPictures
{
    /// <summary>A coarse pattern of colored tiles, fine enough to tell seeds apart, coarse enough to survive scaling.</summary>
    public static Picture Tiles(int seed, int width = 320, int height = 200)
    {
        const int columns = 20, rows = 20;
        var random = new Random(seed);
        var colors = new byte[columns * rows * 3];
        random.NextBytes(colors);
        return new Picture(columns, rows, colors).Resize(width, height);
    }

    public static Picture Plain(byte light, int side = 100) => new(side, side, [.. Enumerable.Repeat(light, side * side * 3)]);

    /// <summary>A JPEG that says it has to be turned (EXIF orientation 6), its EXIF segment written by hand.</summary>
    public static byte[] RotatedJpeg(int seed) => Rotated(Tiles(seed).ToJpeg());

    /// <inheritdoc cref="RotatedJpeg"/>
    public static byte[] Rotated(byte[] jpeg)
    {
        byte[] exif = [.. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A GIF of two frames of one pixel each, black, then white.</summary>
    public static byte[] AnimatedGif()
    {
        byte[] frame(byte pixel) => [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, (byte)(0x44 | (pixel << 3)), 1, 0];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. frame(0), .. frame(1), 0x3B];
    }

    public const string WebPage = "<!DOCTYPE html><html><body>404 not found</body></html>";
}
