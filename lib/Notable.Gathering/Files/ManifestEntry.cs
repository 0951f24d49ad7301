namespace Notable.Gathering;

/// <summary>A line of <c>sources.jsonl</c>: the origin of a file.</summary>
/// <param name="File">The file's name in the folder.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 hexadecimal digits.</param>
/// <param name="ImageUrl">Address it was downloaded from.</param>
/// <param name="PageUrl">Address of the page that shows it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Creator">The author.</param>
/// <param name="License">The license, as reported by the source.</param>
/// <param name="LicenseUrl">Address of the license text.</param>
/// <param name="Attribution">An attribution line.</param>
/// <param name="Provider">The name of the source.</param>
/// <param name="Query">The query text it was found with.</param>
/// <param name="RetrievedAt">Time of the download.</param>
public sealed record ManifestEntry(
    string File, string Sha256, string ImageUrl, string? PageUrl, string? Title, string? Creator, string? License, string? LicenseUrl,
    string? Attribution, string Provider, string Query, DateTimeOffset RetrievedAt);

/// <summary>A line of <c>skipped.jsonl</c>: an address without a file, and why.</summary>
/// <param name="ImageUrl">The address.</param>
/// <param name="Outcome">duplicate, refused or failed.</param>
/// <param name="Reason">Why.</param>
/// <param name="File">For a duplicate, the file with the same content.</param>
/// <param name="Provider">The name of the source.</param>
/// <param name="Query">The query text it was found with.</param>
/// <param name="At">Time of the attempt.</param>
public sealed record SkippedEntry(
    string ImageUrl, string Outcome, string Reason, string? File, string Provider, string Query, DateTimeOffset At);
