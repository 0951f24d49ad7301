namespace Notable.Widgets;

/// <summary>
/// How much a front end is trusted. A notebook's user is the author of the code; an app can be used by anyone.
/// </summary>
public sealed record FrontEndTrust
{
    /// <summary>Whether to accept changes only of attributes that a person can edit: the value of a slider, but not that of an image.</summary>
    public bool OnlyInput { get; init; }

    /// <summary>Maximum number of bytes of all values sent by the front end; unlimited by default.</summary>
    public long MaxKeptBytes { get; init; } = long.MaxValue;

    /// <summary>Receives the text written to the error stream inside <see cref="Output"/> widgets; null shows it there.</summary>
    public Action<string>? ErrorStream { get; init; }

    /// <summary>Whether uploads release their bytes after the handlers have run; see <see cref="FileUpload.KeepFiles"/>.</summary>
    public bool ReleasesFiles { get; init; }
}
