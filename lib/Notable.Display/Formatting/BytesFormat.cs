using System.Globalization;

namespace Notable.Display;

/// <summary>Formats bytes: as a picture if they are one, otherwise as their number and the first bytes.</summary>
internal static class BytesFormat
{
    public static MimeBundle Format(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? MimeBundle.Jpeg(bytes, Summary(bytes))
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? MimeBundle.Png(bytes, Summary(bytes))
        : MimeBundle.Text(Summary(bytes));

    public static string Summary(ReadOnlySpan<byte> bytes)
    {
        var start = BitConverter.ToString(bytes[..Math.Min(ExpansionLimits.Bytes, bytes.Length)].ToArray()).Replace('-', ' ');
        var unit = bytes.Length == 1 ? "byte" : "bytes";
        return string.Create(CultureInfo.InvariantCulture,
            $"{bytes.Length} {unit}{(start.Length == 0 ? "" : ": ")}{start}{(bytes.Length > ExpansionLimits.Bytes ? " …" : "")}");
    }
}
