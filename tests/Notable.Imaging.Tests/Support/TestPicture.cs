namespace Notable.Imaging.Tests.Support;

/// <summary>Pictures made by rule, and how far two differ.</summary>
internal static class TestPicture
{
    /// <summary>
    /// A smooth color gradient with a bright block left of and above the middle: every turn and flip of it differs.
    /// </summary>
    public static Picture Gradient(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (int y = 0, o = 0; y < height; y++)
            for (var x = 0; x < width; x++, o += 3)
            {
                pixels[o] = (byte)(x * 200 / width);
                pixels[o + 1] = (byte)(y * 200 / height);
                pixels[o + 2] = x < width / 3 && y < height / 4 ? (byte)250 : (byte)60;
            }
        return new(width, height, pixels);
    }

    /// <summary>Pixels without any pattern: the worst case for every filter.</summary>
    public static Picture Noise(int width, int height, int seed)
    {
        var pixels = new byte[width * height * 3];
        new Random(seed).NextBytes(pixels);
        return new(width, height, pixels);
    }

    public static Picture Plain(int width, int height, byte red, byte green, byte blue) =>
        new(width, height, [.. Enumerable.Repeat<byte[]>([red, green, blue], width * height).SelectMany(color => color)]);

    public static byte[] At(this Picture picture, int x, int y) => picture.Pixels.Slice((y * picture.Width + x) * 3, 3).ToArray();

    public static int LargestDifference(Picture a, Picture b)
    {
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        var largest = 0;
        for (var i = 0; i < a.Pixels.Length; i++)
            largest = Math.Max(largest, Math.Abs(a.Pixels[i] - b.Pixels[i]));
        return largest;
    }

    public static void AssertSame(Picture expected, Picture actual) => Assert.Equal(0, LargestDifference(expected, actual));
}
