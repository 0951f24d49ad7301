using NetVips;
using Notable.Imaging.Native;

namespace Notable.Imaging.Writing;

/// <summary>Encodes RGB pixels as JPEG or PNG, without metadata.</summary>
internal static class VipsWriter
{
    public static byte[] Jpeg(byte[] pixels, int width, int height, int quality)
    {
        using var image = Wrap(pixels, width, height);
        return image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Png(byte[] pixels, int width, int height)
    {
        using var image = Wrap(pixels, width, height);
        return image.PngsaveBuffer(keep: Enums.ForeignKeep.None);
    }

    private static Image Wrap(byte[] pixels, int width, int height)
    {
        VipsRuntime.Require();
        // NetVips keeps the array pinned until the image is disposed, so nothing is copied.
        using var image = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
