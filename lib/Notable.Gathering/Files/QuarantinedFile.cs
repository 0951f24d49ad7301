namespace Notable.Gathering;

/// <summary>A line of a quarantine's list: which file was moved there, and why.</summary>
/// <param name="File">Where it was: its path below the folder of the pictures.</param>
/// <param name="MovedTo">Where it is: its path below the quarantine.</param>
/// <param name="From">The folder of the pictures, as a full path.</param>
/// <param name="Problems">Why: a code and a sentence each.</param>
/// <param name="MovedAt">When.</param>
public sealed record QuarantinedFile(
    string File, string MovedTo, string From, IReadOnlyList<string> Problems, DateTimeOffset MovedAt);
