namespace Notable.Learning.Files;

/// <summary>A weights file cannot be used. The message names the file, what was found and what was expected.</summary>
/// <param name="path">The path, as given by the caller.</param>
/// <param name="found">What the file contains instead.</param>
/// <param name="expected">What was expected and, if helpful, what to do.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class WeightsFileException(string path, string found, string expected, Exception? inner = null)
    : Exception($"{path}: found {UntrustedText.Printable(found, LongestFound)}; expected {expected}", inner)
{
    private const int LongestFound = 400;

    /// <summary>The path, as given by the caller.</summary>
    public string Path { get; } = path;

    /// <summary>What the file contains instead of what was expected.</summary>
    public string Found { get; } = UntrustedText.Printable(found, LongestFound);

    /// <summary>What was expected.</summary>
    public string Expected { get; } = expected;
}
