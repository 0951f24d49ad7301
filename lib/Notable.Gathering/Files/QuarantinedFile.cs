namespace Notable.Gathering;

/// <summary>A line of a quarantine's list: which file was moved there, and why.</summary>
/// <param name="File">Its original path, relative to the folder of the pictures.</param>
/// <param name="MovedTo">Its path relative to the quarantine.</param>
/// <param name="From">The folder of the pictures, as a full path.</param>
/// <param name="Problems">Its problems, each a code and a sentence.</param>
/// <param name="MovedAt">Time of the move.</param>
public sealed record QuarantinedFile(
    string File, string MovedTo, string From, IReadOnlyList<string> Problems, DateTimeOffset MovedAt);
