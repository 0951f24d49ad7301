using System.Buffers.Binary;

namespace Notable.Imaging.Tests.Support;

/// <summary>Windows bitmaps written by hand.</summary>
internal static class BmpFile
{
    /// <summary>A bitmap with a 40-byte header; <paramref name="pixels"/> are its rows as stored, padded to four bytes.</summary>
    public static byte[] Write(int width, int height, int bits, byte[] pixels, byte[]? palette = null, uint compression = 0)
    {
        palette ??= [];
        var start = 14 + 40 + palette.Length;
        var file = new byte[start + pixels.Length];
        (file[0], file[1]) = ((byte)'B', (byte)'M');
        void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        Put(2, file.Length);
        Put(10, start);
        Put(14, 40);
        Put(18, width);
        Put(22, height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), (short)bits);
        Put(30, (int)compression);
        palette.CopyTo(file, 54);
        pixels.CopyTo(file, start);
        return file;
    }
}
