using Notable.Imaging.Native;

namespace Notable.Imaging.Tests.Support;

/// <summary>Files in formats that the library reads but does not write, made by libvips' own savers.</summary>
internal static class Encoded
{
    public static byte[] As(string saver, Picture picture, Action<VipsOperation>? configure = null) =>
        Through(picture, image => Save(saver, image, configure));

    /// <summary>A CMYK JPEG without an embedded profile.</summary>
    public static byte[] CmykJpeg(Picture picture) => JpegIn(Interpretation.Cmyk, picture);

    /// <summary>A JPEG of one channel.</summary>
    public static byte[] GreyJpeg(Picture picture) => JpegIn(Interpretation.Grey, picture);

    private static byte[] JpegIn(Interpretation space, Picture picture) => Through(picture, image =>
    {
        using var conversion = new VipsOperation("colourspace").With("in", image).With("space", (int)space).Run();
        using var converted = conversion.Image("out");
        return Save("jpegsave_buffer", converted, operation => operation.With("Q", 100).With("strip", 1));
    });

    /// <summary>A TIFF whose samples are floating point numbers.</summary>
    public static byte[] FloatTiff(Picture picture) => Through(picture, image =>
    {
        using var cast = new VipsOperation("cast").With("in", image).With("format", 6).Run();
        using var real = cast.Image("out");
        return Save("tiffsave_buffer", real, null);
    });

    private static unsafe byte[] Through(Picture picture, Func<VipsImage, byte[]> make)
    {
        fixed (byte* pixels = picture.Pixels)
        {
            using var image = VipsImage.Over(
                (nint)pixels, picture.Pixels.Length, picture.Width, picture.Height, 3, BandFormat.Byte);
            using var copy = new VipsOperation("copy").With("in", image).With("interpretation", (int)Interpretation.Srgb).Run();
            using var rgb = copy.Image("out");
            return make(rgb);
        }
    }

    private static byte[] Save(string saver, VipsImage image, Action<VipsOperation>? configure)
    {
        using var operation = new VipsOperation(saver).With("in", image);
        configure?.Invoke(operation);
        return operation.Run().Bytes("buffer");
    }
}
