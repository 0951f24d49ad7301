namespace Notable.Imaging;

/// <summary>Information from a file's header.</summary>
/// <param name="Width">Width in pixels, as stored: before the EXIF orientation is applied.</param>
/// <param name="Height">Height in pixels, as stored: before the EXIF orientation is applied.</param>
/// <param name="Format">The file's format, detected from its first bytes.</param>
/// <param name="Orientation">The EXIF orientation, 1 to 8; 1 if upright or missing.</param>
public sealed record PictureInfo(int Width, int Height, PictureFormat Format, int Orientation)
{
    /// <summary>How the file stores color.</summary>
    public PictureColor Color { get; init; }

    /// <summary>Bits per sample: 8 or 16; 32 for anything else, which is not decoded.</summary>
    public int Bits { get; init; } = 8;

    /// <summary>Number of pictures in the file: more than 1 for animations and multi-page documents. Only the first is decoded.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Width in pixels after the picture is turned upright.</summary>
    public int UprightWidth => Orientation >= 5 ? Height : Width;

    /// <summary>Height in pixels after the picture is turned upright.</summary>
    public int UprightHeight => Orientation >= 5 ? Width : Height;
}

/// <summary>The formats that can be read.</summary>
public enum PictureFormat
{
    /// <summary>JPEG, gray, YCbCr or CMYK.</summary>
    Jpeg,

    /// <summary>PNG, 1 to 16 bits per sample, with or without a palette.</summary>
    Png,

    /// <summary>WebP, lossy or lossless.</summary>
    WebP,

    /// <summary>GIF; the first frame of an animation.</summary>
    Gif,

    /// <summary>TIFF and BigTIFF; the first page.</summary>
    Tiff,

    /// <summary>HEIC, the format of iPhones. Its codec is not included: refused with advice unless this computer's libvips has it.</summary>
    Heic,

    /// <summary>AVIF.</summary>
    Avif,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>Truevision TGA.</summary>
    Tga,

    /// <summary>The Netpbm formats PBM, PGM and PPM.</summary>
    Pbm,
}

/// <summary>How a file stores color, before conversion to sRGB.</summary>
public enum PictureColor
{
    /// <summary>Red, green and blue (or YCbCr, which is their usual form in a JPEG).</summary>
    Rgb,

    /// <summary>Shades of gray.</summary>
    Gray,

    /// <summary>A table of at most 256 colors.</summary>
    Palette,

    /// <summary>CMYK, for print.</summary>
    Cmyk,

    /// <summary>CIE L*a*b*.</summary>
    Lab,

    /// <summary>Unknown.</summary>
    Other,
}
