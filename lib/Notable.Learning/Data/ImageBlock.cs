using Notable.Imaging;

namespace Notable.Learning;

/// <summary>The input of a data block: pictures, and how they are decoded and cached.</summary>
public sealed record ImageBlock
{
    /// <summary>
    /// Decoding options. <see cref="DecodeOptions.MinShortSide"/> is set by <see cref="FullDecode"/>;
    /// <see cref="DecodeOptions.LikeFastai"/> ignores orientation and transparency as fastai does.
    /// </summary>
    public DecodeOptions Decode { get; init; } = DecodeOptions.Default;

    /// <summary>
    /// Whether to decode every pixel, as fastai does. If false, a large picture is decoded at a reduced size, at least twice what the network
    /// sees: several times faster, with almost the same result. Training, validation and prediction always agree.
    /// </summary>
    public bool FullDecode { get; init; }

    /// <summary>Maximum bytes of decoded pictures kept in memory; the others are decoded again in every epoch.</summary>
    public long MaxCacheBytes { get; init; } = 2L << 30;

    /// <summary>
    /// Maximum bytes of decoded pictures a GPU keeps during training. If the whole data set fits (in this and in
    /// <see cref="MaxCacheBytes"/>), pictures are also resized and augmented on the GPU, which leaves the CPU almost idle. 0 turns this
    /// off.
    /// </summary>
    public long MaxDeviceBytes { get; init; } = 2L << 30;

    /// <summary>
    /// Whether to leave out unreadable pictures and list them in <see cref="DataLoaders.Skipped"/>. If false, any unreadable picture is an
    /// error.
    /// </summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>Returns the decoding options for a resize.</summary>
    internal DecodeOptions DecodeFor(PictureResize resize) => Decode with { MinShortSide = FullDecode ? null : resize.MinShortSide };
}

/// <summary>The target of a data block: one class per picture.</summary>
public sealed record CategoryBlock
{
    /// <summary>The classes in the order of the network's outputs; null uses those found, in ordinal order.</summary>
    public IReadOnlyList<string>? Vocab { get; init; }
}
