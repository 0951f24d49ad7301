using Notable.Shared;

namespace Notable.Imaging.Reading;

/// <summary>Files on disk.</summary>
internal static class ImageFile
{
    /// <summary>The file's bytes, once its length is found to be within the limit.</summary>
    /// <exception cref="UnreadableImageException">It is empty, or a pipe or a device, which would be waited for.</exception>
    public static byte[] ReadAllBytes(string path, DecodeOptions options)
    {
        var length = LinkedFile.Of(path).Length;
        ImageReader.RequireBytes(length, options, Path.GetFileName(path));
        if (length == 0)
            FormatSniffer.Sniff([], Path.GetFileName(path));
        return File.ReadAllBytes(path);
    }
}
