using System.Buffers.Binary;
using System.Text;

namespace Notable.Imaging.Tests.Support;

/// <summary>JPEG files with an EXIF segment written by hand: a description and an orientation.</summary>
internal static class ExifJpeg
{
    public const string Description = "taken at home, 12 Hidden Lane";

    /// <summary>The picture as JPEG, claiming that orientation.</summary>
    public static byte[] Write(Picture stored, int orientation)
    {
        var jpeg = stored.ToJpeg(95);
        var exif = Exif(orientation);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(exif.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. exif, .. jpeg[2..]];
    }

    /// <summary>
    /// A TIFF header (big-endian) with one directory of two entries: ImageDescription (270) and Orientation (274).
    /// </summary>
    private static byte[] Exif(int orientation)
    {
        const int textAt = 8 + 2 + 2 * 12 + 4;
        var text = Encoding.ASCII.GetBytes(Description + "\0");
        byte[] Short(int value) => [(byte)(value >> 8), (byte)value];
        byte[] Long(int value) => [0, 0, (byte)(value >> 8), (byte)value];
        return
        [
            .. "Exif\0\0MM"u8, 0, 42, .. Long(8), .. Short(2),
            .. Short(270), .. Short(2), .. Long(text.Length), .. Long(textAt),
            .. Short(274), .. Short(3), .. Long(1), .. Short(orientation), 0, 0,
            .. Long(0), .. text,
        ];
    }
}
