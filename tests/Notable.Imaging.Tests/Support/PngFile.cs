using System.Buffers.Binary;
using System.IO.Compression;

namespace Notable.Imaging.Tests.Support;

/// <summary>PNG files written by hand, so that depth, color type and announced size are the test's choice.</summary>
internal static class PngFile
{
    public const byte Gray = 0, Rgb = 2, Palette = 3, GrayAlpha = 4, Rgba = 6;

    /// <summary>A file of one row of samples, given as the row's bytes.</summary>
    public static byte[] OneRow(int width, int depth, byte colorType, byte[] row, byte[]? palette = null) =>
        Write(width, 1, depth, colorType, [0, .. row], palette);

    /// <summary>A file that announces a size and holds next to nothing.</summary>
    public static byte[] Announcing(int width, int height) => Write(width, height, 8, Rgb, [0], null);

    private static byte[] Write(int width, int height, int depth, byte colorType, byte[] filtered, byte[]? palette)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, colorType);
        WriteChunk(file, "IHDR"u8, header);
        if (palette is not null)
            WriteChunk(file, "PLTE"u8, palette);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(filtered);
        WriteChunk(file, "IDAT"u8, packed.ToArray());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. type, .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
