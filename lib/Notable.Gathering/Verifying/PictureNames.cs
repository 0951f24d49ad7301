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
        [".heic"] = PictureFormat.Heic, [".heif"] = PictureFormat.Heic,
    };

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
