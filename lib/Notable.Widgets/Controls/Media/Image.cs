namespace Notable.Widgets;

public partial class Image
{
    /// <summary>Also sets <see cref="Format"/> for PNG, JPEG, GIF and WebP.</summary>
    private protected override void Recognize(ReadOnlySpan<byte> file)
    {
        if (FormatOf(file) is { } known)
            Format = known;
    }

    private static string? FormatOf(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "png"
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg"
        : file.StartsWith("GIF8"u8) ? "gif"
        : file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WEBP"u8) ? "webp"
        : null;
}
