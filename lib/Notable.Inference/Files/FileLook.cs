using System.Text;

namespace Notable.Learning.Files;

/// <summary>Describes a file that is not a weights file, from its first bytes.</summary>
internal static class FileLook
{
    /// <summary>Number of bytes to inspect: a tar archive's signature is at byte 257.</summary>
    public const int HeadBytes = 512;

    public static string Describe(ReadOnlySpan<byte> head) => Known(head) ?? Text(head)
        ?? $"unknown content that starts with the bytes {Convert.ToHexString(head[..Math.Min(8, head.Length)])}";

    /// <summary>Identifies the file by its signature; null if it is unknown.</summary>
    public static string? Known(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return "an empty file";
        // Protobuf: format version as field 1, then producer as field 2, its version or an operator set.
        if (head is [0x08, >= 1 and <= 32, 0x12 or 0x1A or 0x22 or 0x3A or 0x42, ..])
            return "an ONNX model, which this library writes and does not read";
        if (head.StartsWith("version https://git-lfs"u8))
            return "a git-lfs pointer instead of the file (run 'git lfs pull')";
        if (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8))
            return "a tar archive, as PyTorch wrote before 0.2 (load it in Python and save its state_dict again)";
        if (head is [0x89, (byte)'H', (byte)'D', (byte)'F', ..])
            return "an HDF5 file, as Keras writes";
        if (head.StartsWith("GGUF"u8))
            return "a GGUF file";
        if (head is [0x1F, 0x8B, ..])
            return "a gzip archive (unpack it first)";
        if (head is [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            return "a picture";
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
            return "a zip archive, such as a .pth file of PyTorch: not a model exported by this library";
        return null;
    }

    private static string? Text(ReadOnlySpan<byte> head)
    {
        if (head.ContainsAnyInRange((byte)0, (byte)8))
            return null;
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('<'))
            return text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                ? "a web page (HTML), as a broken link or a login page returns"
                : "XML or HTML text";
        return text.Contains('\uFFFD') ? null : $"text that starts with {UntrustedText.Quote(text.Split('\n')[0])}";
    }
}
