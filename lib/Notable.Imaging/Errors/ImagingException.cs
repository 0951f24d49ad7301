namespace Notable.Imaging;

/// <summary>
/// A picture could not be used. <see cref="Exception.Message"/> is one sentence that names the file (or "The picture") and the
/// reason, and can be shown to users as it is; the decoder's message, if any, is in
/// <see cref="Exception.InnerException"/>.
/// </summary>
public abstract class ImagingException : Exception
{
    private protected ImagingException(string? name, string reason, Exception? inner) : base(Sentence(name, reason), inner) =>
        Reason = reason;

    /// <summary>The message without its subject, such as "is empty: it has no bytes at all".</summary>
    public string Reason { get; }

    private static string Sentence(string? name, string reason) =>
        (string.IsNullOrWhiteSpace(name) ? "The picture" : name.Trim()) + " " + reason + ".";
}

/// <summary>The file is probably a valid picture, but in a format that is not accepted or that this computer cannot decode.</summary>
/// <param name="name">The file's name, or null for "The picture".</param>
/// <param name="reason">What is wrong, as the rest of a sentence: "is an SVG drawing, which is not accepted".</param>
/// <param name="inner">The decoder's exception.</param>
public sealed class UnsupportedImageException(string? name, string reason, Exception? inner = null)
    : ImagingException(name, reason, inner);

/// <summary>
/// The file has more bytes or more pixels than <see cref="DecodeOptions"/> allows; nothing was decoded.
/// </summary>
/// <param name="name">The file's name, or null for "The picture".</param>
/// <param name="reason">The size found and the limit, as the rest of a sentence.</param>
public sealed class ImageTooLargeException(string? name, string reason) : ImagingException(name, reason, null);
