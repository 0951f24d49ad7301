using Notable.Imaging;

namespace Notable.Gathering;

/// <summary>Which extension goes with which format.</summary>
internal static class PictureNames
{
    private static readonly Dictionary<string, PictureFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = PictureFormat.Jpeg, [".jpeg"] = PictureFormat.Jpeg, [".jpe"] = PictureFormat.Jpeg, [".jfif"] = PictureFormat.Jpeg,
        [".png"] = PictureFormat.Png, [".webp"] = PictureFormat.WebP, [".gif"] = PictureFormat.Gif, [".bmp"] = PictureFormat.Bmp,
        [".tif"] = PictureFormat.Tiff, [".tiff"] = PictureFormat.Tiff, [".avif"] = PictureFormat.Avif,
        [".tga"] = PictureFormat.Tga, [".ppm"] = PictureFormat.Pbm, [".pgm"] = PictureFormat.Pbm, [".pbm"] = PictureFormat.Pbm,
        [".heic"] = PictureFormat.Heic, [".heif"] = PictureFormat.Heic,
    };

    /// <summary>Raw photos in TIFF's container: what can be read of them is a preview, if anything.</summary>
    private static readonly HashSet<string> RawExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".dng", ".nef", ".nrw", ".cr2", ".arw", ".srf", ".sr2", ".pef", ".srw", ".3fr", ".fff", ".iiq", ".erf", ".kdc", ".dcr", ".mos", ".mef", ".rwl",
    };

    /// <summary>Whether the name is a camera's raw file's.</summary>
    public static bool IsRaw(string path) => RawExtensions.Contains(Path.GetExtension(path));

    /// <summary>Whether the name is one that pictures have.</summary>
    public static bool IsPicture(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>Whether the name's extension is right for the format; HEIF is the container of AVIF too.</summary>
    public static bool Fits(string path, PictureFormat format)
    {
        var extension = Path.GetExtension(path);
        return Formats.TryGetValue(extension, out var promised)
            && (promised == format || (format == PictureFormat.Avif && extension.Equals(".heif", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The usual extension of a format, with the dot.</summary>
    public static string ExtensionOf(PictureFormat format) => Formats.First(pair => pair.Value == format).Key;
}
