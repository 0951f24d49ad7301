using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>Maps extensions to formats.</summary>
internal static class PictureExtensions
{
    private static readonly Dictionary<string, PictureFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = PictureFormat.Jpeg, [".jpeg"] = PictureFormat.Jpeg, [".jpe"] = PictureFormat.Jpeg, [".jfif"] = PictureFormat.Jpeg,
        [".png"] = PictureFormat.Png, [".webp"] = PictureFormat.WebP, [".gif"] = PictureFormat.Gif, [".bmp"] = PictureFormat.Bmp,
        [".tif"] = PictureFormat.Tiff, [".tiff"] = PictureFormat.Tiff, [".avif"] = PictureFormat.Avif,
        [".tga"] = PictureFormat.Tga, [".ppm"] = PictureFormat.Pbm, [".pgm"] = PictureFormat.Pbm, [".pbm"] = PictureFormat.Pbm,
        [".heic"] = PictureFormat.Heic, [".heif"] = PictureFormat.Heic,
    };

    /// <summary>Raw photos in a TIFF container: at most a preview of them is readable.</summary>
    private static readonly HashSet<string> RawExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".dng", ".nef", ".nrw", ".cr2", ".arw", ".srf", ".sr2", ".pef", ".srw", ".3fr", ".fff", ".iiq", ".erf", ".kdc", ".dcr", ".mos", ".mef", ".rwl",
    };

    /// <summary>Returns whether the name is that of a camera's raw file.</summary>
    public static bool IsRaw(string path) => RawExtensions.Contains(Path.GetExtension(path));

    /// <summary>Returns whether the name has a picture's extension.</summary>
    public static bool IsPicture(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>Returns whether the extension matches the format; HEIF is also the container of AVIF.</summary>
    public static bool Fits(string path, PictureFormat format)
    {
        var extension = Path.GetExtension(path);
        return Formats.TryGetValue(extension, out var promised)
            && (promised == format || (format == PictureFormat.Avif && extension.Equals(".heif", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Returns the usual extension of a format, with the dot.</summary>
    public static string ExtensionOf(PictureFormat format) => Formats.First(pair => pair.Value == format).Key;
}
