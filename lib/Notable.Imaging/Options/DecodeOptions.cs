namespace Notable.Imaging;

/// <summary>Options for decoding a file to 8-bit sRGB pixels, and limits on its size.</summary>
public sealed record DecodeOptions
{
    /// <summary>The defaults: turned upright, transparency on white, at most 100 megapixels and 200 MB.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>
    /// Pixels as fastai (Pillow) sees them: EXIF orientation ignored, alpha dropped without blending. A model trained
    /// there expects this.
    /// </summary>
    public static DecodeOptions LikeFastai { get; } = new() { ApplyOrientation = false, Alpha = AlphaMode.Drop };

    /// <summary>
    /// Maximum number of pixels (width x height, as stored in the header). Checked before anything is decoded.
    /// </summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Maximum file size in bytes. Checked before the file is read.</summary>
    public long MaxBytes { get; init; } = 200_000_000;

    /// <summary>
    /// Shrink while decoding, where the format can: the smallest scale whose short side, in pixels, is still at least this.
    /// JPEG has the scales 1/2, 1/4 and 1/8; WebP any; the others decode whole. Null decodes at full size. Twice the size
    /// a picture is resized to afterward leaves the result all but unchanged.
    /// </summary>
    public int? MinShortSide { get; init; }

    /// <summary>Whether to turn the picture upright according to its EXIF orientation. Phones store the orientation instead of turning the pixels.</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>How transparency is handled.</summary>
    public AlphaMode Alpha { get; init; } = AlphaMode.BlendOnWhite;

    /// <summary>
    /// Whether CMYK is converted to RGB by its color profile, which takes about 10 ms per picture. Otherwise by multiplying what each ink lets
    /// through, as Pillow does: too bright and gaudy to look at, enough to compare pictures by.
    /// </summary>
    public bool ProfiledInk { get; init; } = true;
}

/// <summary>How transparency is handled when a picture is converted to RGB.</summary>
public enum AlphaMode
{
    /// <summary>Transparent pixels are blended with white, as in a browser.</summary>
    BlendOnWhite,

    /// <summary>The alpha channel is dropped and the colors beneath it stay, as Pillow's <c>convert("RGB")</c> does.</summary>
    Drop,
}
