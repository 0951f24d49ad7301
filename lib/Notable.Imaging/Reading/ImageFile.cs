using Notable.Shared;

namespace Notable.Imaging.Reading;

/// <summary>Reads files from disk.</summary>
internal static class ImageFile
{
    /// <summary>Reads the file, after checking its length against the limit.</summary>
    /// <exception cref="UnreadableImageException">The file is empty, or it is a pipe or a device, which could block.</exception>
    public static byte[] ReadAllBytes(string path, DecodeOptions options)
    {
        var length = LinkedFile.Of(path).Length;
        ImageReader.RequireBytes(length, options, Path.GetFileName(path));
        if (length == 0)
            FormatSniffer.Sniff([], Path.GetFileName(path));
        return File.ReadAllBytes(path);
    }
}
