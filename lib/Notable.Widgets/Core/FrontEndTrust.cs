namespace Notable.Widgets;

/// <summary>
/// How far a front end is trusted. A notebook's own front end is the person who wrote the code; an app's page may be anybody.
/// </summary>
public sealed record FrontEndTrust
{
    /// <summary>Whether only attributes are taken that a person can change at the widget: a slider's value, not a picture's.</summary>
    public bool OnlyInput { get; init; }

    /// <summary>The most bytes that values sent by the front end may keep; any number by default.</summary>
    public long MaxKeptBytes { get; init; } = long.MaxValue;

    /// <summary>Takes what is written to the error stream inside <see cref="Output"/> widgets; null shows it there.</summary>
    public Action<string>? ErrorStream { get; init; }

    /// <summary>Whether uploads let go of their bytes once the handlers have run; see <see cref="FileUpload.KeepFiles"/>.</summary>
    public bool ReleasesFiles { get; init; }
}
