namespace Notable.Gathering;

/// <summary>A line of <c>sources.jsonl</c>: where a file came from.</summary>
/// <param name="File">The file's name in the same folder.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 hexadecimal digits.</param>
/// <param name="ImageUrl">Where it was fetched.</param>
/// <param name="PageUrl">The page that shows it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Creator">The author.</param>
/// <param name="License">The license, as the source tells it.</param>
/// <param name="LicenseUrl">Address of the license text.</param>
/// <param name="Attribution">An attribution line.</param>
/// <param name="Provider">The source that told of it.</param>
/// <param name="Query">The query text it was found with.</param>
/// <param name="RetrievedAt">When it was fetched.</param>
public sealed record ManifestEntry(
    string File, string Sha256, string ImageUrl, string? PageUrl, string? Title, string? Creator, string? License, string? LicenseUrl,
    string? Attribution, string Provider, string Query, DateTimeOffset RetrievedAt);

/// <summary>A line of <c>skipped.jsonl</c>: what was not kept, and why.</summary>
/// <param name="ImageUrl">The address.</param>
/// <param name="Outcome">duplicate, refused or failed.</param>
/// <param name="Reason">Why.</param>
/// <param name="File">For a duplicate, the file that holds the same bytes.</param>
/// <param name="Provider">The source that told of it.</param>
/// <param name="Query">The query text it was found with.</param>
/// <param name="At">When.</param>
public sealed record SkippedEntry(
    string ImageUrl, string Outcome, string Reason, string? File, string Provider, string Query, DateTimeOffset At);
