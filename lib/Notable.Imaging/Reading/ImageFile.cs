namespace Notable.Imaging.Reading;

/// <summary>Files on disk.</summary>
internal static class ImageFile
{
    /// <summary>The file's bytes, once its length is found to be within the limit.</summary>
    public static byte[] ReadAllBytes(string path, DecodeOptions options)
    {
        ImageReader.RequireBytes(new FileInfo(path).Length, options, Path.GetFileName(path));
        return File.ReadAllBytes(path);
    }
}
