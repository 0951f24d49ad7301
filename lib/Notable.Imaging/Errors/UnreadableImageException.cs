namespace Notable.Imaging;

/// <summary>The file is not an image at all, or is damaged or cut short.</summary>
/// <param name="name">The file's name, or null for "The picture".</param>
/// <param name="reason">What is wrong, as the rest of a sentence: "is empty".</param>
/// <param name="inner">The decoder's exception.</param>
public sealed class UnreadableImageException(string? name, string reason, Exception? inner = null)
    : ImagingException(name, reason, inner)
{
    /// <summary>Whether the file is an image at all: false for other kinds of files, true for a damaged picture.</summary>
    public bool IsImage { get; init; } = true;

    /// <summary>A file whose data is damaged or ends too early, such as a truncated JPEG.</summary>
    /// <param name="name">The file's name, or null for "The picture".</param>
    /// <param name="format">The format as users write it: "JPEG".</param>
    /// <param name="inner">The decoder's exception.</param>
    internal static UnreadableImageException Damaged(string? name, string format, Exception? inner = null) =>
        new(name, $"is damaged or cut short (perhaps an incomplete download): its {format} data cannot be read to the end", inner);
}
