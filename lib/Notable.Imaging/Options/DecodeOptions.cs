namespace Notable.Imaging;

/// <summary>How a file becomes 8-bit sRGB pixels, and how large it may be.</summary>
public sealed record DecodeOptions
{
    /// <summary>Upright, alpha on white, up to 100 megapixels and 200 MB.</summary>
    public static DecodeOptions Default { get; } = new();

    /// <summary>
    /// Pixels as fastai (Pillow) sees them: EXIF orientation ignored, alpha dropped without blending. A model trained
    /// there expects this.
    /// </summary>
    public static DecodeOptions LikeFastai { get; } = new() { ApplyOrientation = false, Alpha = AlphaMode.Drop };

    /// <summary>
    /// The most pixels (width times height, as stored) a file's header may announce. Checked before any pixel is decoded.
    /// </summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The most bytes a file may have. Checked before it is read.</summary>
    public long MaxBytes { get; init; } = 200_000_000;

    /// <summary>
    /// Shrink while decoding, where the format can: the smallest scale whose short side, in pixels, is still at least this.
    /// JPEG has the scales 1/2, 1/4 and 1/8; WebP any; the others decode whole. Null decodes at full size. Twice the size
    /// a picture is resized to afterwards leaves the result all but unchanged.
    /// </summary>
    public int? MinShortSide { get; init; }

    /// <summary>Turns the picture upright by its EXIF orientation (phones store the turn, not the turned pixels).</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>What becomes of transparency.</summary>
    public AlphaMode Alpha { get; init; } = AlphaMode.BlendOnWhite;

    /// <summary>
    /// Makes RGB of CMYK by the profile of the ink, which takes about 10 ms a picture. Otherwise by multiplying what each ink lets
    /// through, as Pillow does: too bright and gaudy to look at, enough to compare pictures by.
    /// </summary>
    public bool ProfiledInk { get; init; } = true;
}

/// <summary>What becomes of a picture's transparency when it is made RGB.</summary>
public enum AlphaMode
{
    /// <summary>The picture is laid on white paper, as a browser shows it.</summary>
    BlendOnWhite,

    /// <summary>The alpha channel is dropped and the colors beneath it stay, as Pillow's <c>convert("RGB")</c> does.</summary>
    Drop,
}
