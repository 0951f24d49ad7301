using System.Text;

namespace Notable.Imaging.Reading;

/// <summary>Detects a file's format from its first bytes, and describes a file that is not a picture.</summary>
internal static class FormatSniffer
{
    private static readonly string[] HtmlStarts =
        ["<!doctype html", "<html", "<head", "<body", "<script", "<!--", "<title", "<meta"];

    /// <summary>Returns the format of a file with these first bytes.</summary>
    /// <exception cref="UnreadableImageException">The file is empty or not an image.</exception>
    /// <exception cref="UnsupportedImageException">The format contains images but is not accepted.</exception>
    public static PictureFormat Sniff(ReadOnlySpan<byte> file, string? name)
    {
        if (file.IsEmpty)
            throw new UnreadableImageException(name, "is empty: it has no bytes") { IsImage = false };
        return Known(file) ?? (TgaHeader.IsOne(file, name) ? PictureFormat.Tga : throw Refusal(file, name));
    }

    private static PictureFormat? Known(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        _ when file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) => PictureFormat.Gif,
        _ when file.StartsWith("RIFF"u8) && At(file, 8, "WEBP"u8) => PictureFormat.WebP,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => PictureFormat.Tiff,
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => PictureFormat.Bmp,
        _ when PbmHeader.IsOne(file) => PictureFormat.Pbm,
        _ when At(file, 4, "ftyp"u8) => BrandOf(file),
        _ => null,
    };

    /// <summary>HEIF's major brand (ISO/IEC 23008-12, annex B); mif1 leaves the codec to the compatible brands.</summary>
    private static PictureFormat? BrandOf(ReadOnlySpan<byte> file)
    {
        if (At(file, 8, "avif"u8) || At(file, 8, "avis"u8))
            return PictureFormat.Avif;
        if (At(file, 8, "mif1"u8) || At(file, 8, "msf1"u8))
            return file[..Math.Min(file.Length, 64)].IndexOf("avif"u8) > 0 ? PictureFormat.Avif : PictureFormat.Heic;
        return At(file, 8, "hei"u8) || At(file, 8, "hev"u8) ? PictureFormat.Heic : null;
    }

    private static ImagingException Refusal(ReadOnlySpan<byte> file, string? name)
    {
        ImagingException Unsupported(string what) => new UnsupportedImageException(name, what + Accepted);
        ImagingException NoImage(string why) => new UnreadableImageException(name, "is not an image: " + why) { IsImage = false };
        if (file.StartsWith("%PDF"u8))
            return Unsupported("is a PDF document, which is not accepted");
        if (file.StartsWith("8BPS"u8))
            return Unsupported("is a Photoshop document, which is not accepted");
        if (file.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]))
            return Unsupported("is a Windows icon, which is not accepted");
        if (At(file, 4, "jP  "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]))
            return Unsupported("is a JPEG 2000 image, which is not accepted");
        if (At(file, 4, "JXL "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]))
            return Unsupported("is a JPEG XL image, which is not accepted");
        if (At(file, 4, "ftyp"u8) || file.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) || At(file, 8, "AVI "u8))
            return NoImage("it is a video or sound file");
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return NoImage("it is a packed archive (ZIP or gzip)");
        return OfText(file[..Math.Min(file.Length, 1024)]) switch
        {
            TextKind.Svg => Unsupported("is an SVG drawing, which is not accepted"),
            TextKind.Html => NoImage("it begins like a web page (HTML)"),
            TextKind.Plain => NoImage("it contains plain text"),
            _ => NoImage("its first bytes match no known picture format"),
        };
    }

    private const string Accepted = "; save it as JPEG or PNG first";

    private enum TextKind { None, Plain, Html, Svg }

    private static TextKind OfText(ReadOnlySpan<byte> start)
    {
        if (start.ContainsAnyExcept(Printable))
            return TextKind.None;
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (HtmlStarts.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)))
            return text.Contains("<svg", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? TextKind.Svg : TextKind.Html;
        if (text.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<svg", StringComparison.OrdinalIgnoreCase)))
            return TextKind.Svg;
        return TextKind.Plain;
    }

    /// <summary>Tab, line breaks, all characters from space on, and bytes of multi-byte UTF-8 characters.</summary>
    private static readonly System.Buffers.SearchValues<byte> Printable = System.Buffers.SearchValues.Create(
        [9, 10, 12, 13, 27, .. Enumerable.Range(32, 224).Where(b => b != 127).Select(b => (byte)b)]);

    private static bool At(ReadOnlySpan<byte> file, int offset, ReadOnlySpan<byte> mark) =>
        file.Length >= offset + mark.Length && file.Slice(offset, mark.Length).SequenceEqual(mark);
}
