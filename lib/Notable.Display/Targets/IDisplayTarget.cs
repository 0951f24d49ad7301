namespace Notable.Display;

/// <summary>A destination for results: a terminal, a notebook cell, a page. Implementations must be thread-safe.</summary>
public interface IDisplayTarget
{
    /// <summary>
    /// True if rich bundles are shown and <see cref="Update"/> replaces an earlier display in place (a notebook, a page);
    /// false for plain text (a terminal, a log).
    /// </summary>
    bool IsInteractive { get; }

    /// <summary>Shows a bundle; <paramref name="displayId"/> identifies it for later updates.</summary>
    void Display(MimeBundle bundle, string displayId);

    /// <summary>Replaces what was shown under <paramref name="displayId"/>; an unknown id is ignored, as in Jupyter.</summary>
    void Update(string displayId, MimeBundle bundle);

    /// <summary>Appends text to a stream.</summary>
    void Write(OutputStream stream, string text);

    /// <summary>Removes everything shown so far, at once or (<paramref name="wait"/>) when the next output comes.</summary>
    void Clear(bool wait);
}
