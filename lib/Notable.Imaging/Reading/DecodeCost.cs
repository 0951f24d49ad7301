using System.Buffers.Binary;

namespace Notable.Imaging.Reading;

/// <summary>Estimates an upper limit of the memory for decoding a file, from its header.</summary>
internal static class DecodeCost
{
    private const int Rgb = 3, WithAlpha = 4;

    /// <summary>Returns the bytes of the decoder's buffers, its samples, and the resulting RGB pixels.</summary>
    /// <exception cref="ImagingException">The header cannot be read.</exception>
    public static long Of(ReadOnlyMemory<byte> file, PictureFormat format, DecodeOptions options, string? name)
    {
        if (format == PictureFormat.Png && Png(file.Span) is { } png)
            return png;
        if (format == PictureFormat.Gif && file.Length > 10)
            return Pixels(U16(file.Span, 6), U16(file.Span, 8)) * (2 * WithAlpha + Rgb);
        var info = (format == PictureFormat.Jpeg ? JpegHeader.Read(file.Span)?.Info : null) ?? ImageReader.Identify(file, name);
        var pixels = Pixels(info.Width, info.Height);
        var shrunk = Shrunk(info, options);
        return format switch
        {
            // A progressive file is held as two-byte coefficients, at full size even if the result is shrunk.
            PictureFormat.Jpeg => shrunk * 2 * Rgb + (IsProgressive(file.Span) ? pixels * 2 * Rgb : 0),
            PictureFormat.WebP => pixels * WithAlpha + shrunk * (WithAlpha + Rgb),
            // One strip may be the whole picture; HEIC and AVIF have planes of 10 and more bits.
            PictureFormat.Tiff => pixels * (WithAlpha * Math.Max(1, info.Bits / 8) + WithAlpha + Rgb),
            PictureFormat.Heic or PictureFormat.Avif => pixels * (2 * Rgb + WithAlpha + Rgb),
            _ => pixels * (WithAlpha + Rgb),
        };
    }

    /// <summary>
    /// PNG: signature 8, length 4, "IHDR" 4, then width, height, depth, color type, compression, filter, interlace (specification, 11.2.2).
    /// </summary>
    private static long? Png(ReadOnlySpan<byte> file)
    {
        if (file.Length < 29 || !file[12..].StartsWith("IHDR"u8))
            return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        var (channels, depth) = (file[25] switch { 0 => 1, 4 => 2, 6 => WithAlpha, 2 => Rgb, _ => WithAlpha }, file[24] == 16 ? 2 : 1);
        var isInterlaced = file[28] != 0;
        // An interlaced file is completely in memory before its first row is complete.
        return Pixels(width, height) * (channels + Rgb + (isInterlaced ? channels * depth : 0));
    }

    private static long Shrunk(PictureInfo info, DecodeOptions options)
    {
        var shortSide = Math.Min(info.Width, info.Height);
        if (options.MinShortSide is not { } least || least >= shortSide)
            return Pixels(info.Width, info.Height);
        var scale = info.Format switch
        {
            PictureFormat.Jpeg => ShrinkOnLoad.JpegDivisor(shortSide, Math.Max(1, least)),
            PictureFormat.WebP => (double)shortSide / Math.Max(1, least),
            _ => 1,
        };
        return (long)(Pixels(info.Width, info.Height) / (scale * scale)) + info.Width + info.Height;
    }

    /// <summary>Returns whether the frame is progressive (SOF2, SOF6, SOF10, SOF14; ISO/IEC 10918-1, table B.1).</summary>
    private static bool IsProgressive(ReadOnlySpan<byte> file)
    {
        for (var at = JpegScans.NextMarker(file, 2); at >= 0 && at + 4 <= file.Length; at = JpegScans.NextMarker(file, at))
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
            if (marker == 0xDA)
                return false;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return false;
    }

    // Headers may contain any size; the limit prevents overflow and is too large anyway.
    private static long Pixels(long width, long height) => Math.Min(width * height, long.MaxValue / 64);

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
