using NetVips;

namespace Notable.Imaging.Tests.Support;

/// <summary>Files in formats that the library reads but does not write, made by libvips' own savers.</summary>
internal static class Encoded
{
    public static byte[] WebP(Picture picture, bool lossless = false) => Through(picture, image => image.WebpsaveBuffer(lossless: lossless));

    public static byte[] Gif(Picture picture) => Through(picture, image => image.GifsaveBuffer());

    public static byte[] Tiff(Picture picture) => Through(picture, image => image.TiffsaveBuffer());

    public static byte[] Avif(Picture picture) =>
        Through(picture, image => image.HeifsaveBuffer(q: 95, compression: Enums.ForeignHeifCompression.Av1));

    /// <summary>A JPEG with Huffman tables of its own, or of several scans.</summary>
    public static byte[] Jpeg(Picture picture, bool isProgressive = false, bool optimize = false, int restartInterval = 0, int quality = 80) =>
        Through(picture, image => image.JpegsaveBuffer(q: quality, interlace: isProgressive, optimizeCoding: optimize, restartInterval: restartInterval));

    /// <summary>A CMYK JPEG without an embedded profile.</summary>
    public static byte[] CmykJpeg(Picture picture) => JpegIn(Enums.Interpretation.Cmyk, picture);

    /// <summary>A JPEG of one channel.</summary>
    public static byte[] GrayJpeg(Picture picture) => JpegIn(Enums.Interpretation.Bw, picture);

    /// <summary>A TIFF whose samples are floating point numbers.</summary>
    public static byte[] FloatTiff(Picture picture) => Through(picture, image =>
    {
        using var real = image.Cast(Enums.BandFormat.Float);
        return real.TiffsaveBuffer();
    });

    private static byte[] JpegIn(Enums.Interpretation space, Picture picture) => Through(picture, image =>
    {
        using var converted = image.Colourspace(space);
        return converted.JpegsaveBuffer(q: 100, keep: Enums.ForeignKeep.None);
    });

    private static byte[] Through(Picture picture, Func<Image, byte[]> make)
    {
        _ = ImagingRuntime.LibvipsVersion;
        using var image = Image.NewFromMemory(picture.Pixels.ToArray(), picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        using var rgb = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return make(rgb);
    }
}
