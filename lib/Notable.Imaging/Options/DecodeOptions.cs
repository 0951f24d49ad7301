namespace Notable.Imaging;

/// <summary>Options for decoding a file to 8-bit sRGB pixels, and limits on its size.</summary>
public sealed record DecodeOptions
{
    /// <summary>The defaults: upright, transparency on white, at most 100 megapixels and 200 MB.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>
    /// Decodes as fastai (Pillow) does: EXIF orientation ignored, alpha dropped without blending. Needed for models trained with fastai.
    /// </summary>
    public static DecodeOptions LikeFastai { get; } = new() { ApplyOrientation = false, Alpha = AlphaMode.Drop };

    /// <summary>
    /// Maximum number of pixels (width x height, as stored in the header). Checked before anything is decoded.
    /// </summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>Maximum file size in bytes. Checked before the file is read.</summary>
    public long MaxBytes { get; init; } = 200_000_000;

    /// <summary>
    /// Minimum short side in pixels when the decoder shrinks the picture: it uses the smallest scale that keeps at least this. JPEG has the
    /// scales 1/2, 1/4 and 1/8, WebP any; other formats are decoded at full size. Null always decodes at full size. A minimum of twice the
    /// size the picture is resized to afterward hardly changes the result.
    /// </summary>
    public int? MinShortSide { get; init; }

    /// <summary>
    /// Whether to turn the picture upright by its EXIF orientation. Phones store the orientation instead of turning the pixels.
    /// </summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>How transparency is handled.</summary>
    public AlphaMode Alpha { get; init; } = AlphaMode.BlendOnWhite;

    /// <summary>
    /// Whether to convert CMYK to RGB by its color profile, which takes about 10 ms per picture. Otherwise the inks are multiplied, as Pillow
    /// does: too bright and colorful for display, but enough to compare pictures.
    /// </summary>
    public bool ProfiledInk { get; init; } = true;
}

/// <summary>How transparency is handled when a picture is converted to RGB.</summary>
public enum AlphaMode
{
    /// <summary>Transparent pixels are blended with white, as in a browser.</summary>
    BlendOnWhite,

    /// <summary>The alpha channel is dropped without blending, as Pillow's <c>convert("RGB")</c> does.</summary>
    Drop,
}
