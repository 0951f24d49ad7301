using Notable.Imaging;

namespace Notable.Learning;

/// <summary>The input of a data block: pictures, and how they are read and kept.</summary>
public sealed record ImageBlock
{
    /// <summary>
    /// How files become pixels. <see cref="DecodeOptions.MinShortSide"/> is set by <see cref="FullDecode"/>;
    /// <see cref="DecodeOptions.LikeFastai"/> ignores orientation and transparency as fastai does.
    /// </summary>
    public DecodeOptions Decode { get; init; } = DecodeOptions.Default;

    /// <summary>
    /// Decodes every pixel, as fastai does. Off, a large picture is shrunk while it is decoded to at least twice the size the
    /// network sees: several times faster, and hardly another result. Training, validation and prediction always agree.
    /// </summary>
    public bool FullDecode { get; init; }

    /// <summary>
    /// How many bytes of decoded pictures are kept in memory; what does not fit is decoded again in every epoch.
    /// </summary>
    public long MaxCacheBytes { get; init; } = 2L << 30;

    /// <summary>
    /// How many bytes of decoded pictures a GPU keeps while it trains; where the whole data set fits (and in
    /// <see cref="MaxCacheBytes"/>), pictures are resized and augmented there as well, so that the processor has next to nothing to
    /// do. 0 turns that off.
    /// </summary>
    public long MaxDeviceBytes { get; init; } = 2L << 30;

    /// <summary>
    /// Leaves unreadable pictures out and lists them in <see cref="DataLoaders.Skipped"/>. Off, any unreadable picture is an
    /// error.
    /// </summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>The decoding that suits a resize rule.</summary>
    internal DecodeOptions DecodeFor(PictureResize resize) => Decode with { MinShortSide = FullDecode ? null : resize.MinShortSide };
}

/// <summary>The target of a data block: one class a picture.</summary>
public sealed record CategoryBlock
{
    /// <summary>
    /// The classes in the order of the network's outputs; null takes those found, sorted by their characters' codes.
    /// </summary>
    public IReadOnlyList<string>? Vocab { get; init; }
}
