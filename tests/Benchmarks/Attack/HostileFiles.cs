using System.Buffers.Binary;
using System.IO.Compression;
using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>Small files that are large once they are decoded, or take long. Made by code.</summary>
internal static class HostileFiles
{
    /// <summary>A PNG of zeros with 16-bit RGBA samples: 100 megapixels are about 800 kB.</summary>
    public static byte[] Png(int width, int height, bool isInterlaced)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (16, 6, isInterlaced ? (byte)1 : (byte)0);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Zeros(isInterlaced ? Adam7(width, height) : (1L + 8L * width) * height));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A GIF of many frames of one pixel on a large canvas.</summary>
    public static byte[] Gif(int width, int height, int frames)
    {
        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        var screen = new byte[7];
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen.AsSpan(2), (ushort)height);
        screen[4] = 0x80;
        file.Write(screen);
        file.Write([0, 0, 0, 255, 255, 255]);
        for (var i = 0; i < frames; i++)
        {
            file.Write([0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0]);
            // One pixel of color 0: clear, 0, end, at 2 bits and more each.
            file.Write([2, 2, 0x44, 0x01, 0]);
        }
        file.WriteByte(0x3B);
        return file.ToArray();
    }

    /// <summary>The bytes of the seven passes, each row with its filter's byte (PNG specification, 8.2).</summary>
    private static long Adam7(int width, int height)
    {
        (int X, int Y, int StepX, int StepY)[] passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        return passes.Sum(pass =>
        {
            var (columns, rows) = ((long)(width - pass.X + pass.StepX - 1) / pass.StepX, (long)(height - pass.Y + pass.StepY - 1) / pass.StepY);
            return columns == 0 ? 0 : rows * (1 + 8 * columns);
        });
    }

    private static byte[] Zeros(long count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var part = new byte[1 << 20];
            for (; count > 0; count -= part.Length)
                zlib.Write(part, 0, (int)Math.Min(count, part.Length));
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. type, .. content]));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
