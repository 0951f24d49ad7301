using Notable.Display;

namespace Notable.Gathering;

/// <summary>What became of one address.</summary>
public enum DownloadOutcome
{
    /// <summary>Fetched and kept.</summary>
    Kept,

    /// <summary>Fetched by an earlier run; not asked again, also where the file was taken away since.</summary>
    AlreadyThere,

    /// <summary>The same bytes as another file.</summary>
    Duplicate,

    /// <summary>Not wanted: no picture, too large, a private address, forbidden by robots.txt.</summary>
    Refused,

    /// <summary>The server does not give it: gone, busy, out of reach, too slow.</summary>
    Failed,
}

/// <summary>What became of one address.</summary>
/// <param name="Image">What the source told.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="File">The file's name, where there is one.</param>
/// <param name="Reason">Why there is none, where there is none.</param>
public sealed record DownloadResult(FoundImage Image, DownloadOutcome Outcome, string? File, string? Reason);

/// <summary>What became of every address.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="Results">One for each address, in the order asked for.</param>
public sealed record DownloadReport(string Folder, IReadOnlyList<DownloadResult> Results) : IDisplayable
{
    /// <summary>How many had that outcome.</summary>
    public int Count(DownloadOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>What was not kept, with the reason.</summary>
    public IEnumerable<DownloadResult> Problems => Results.Where(result => result.Outcome is DownloadOutcome.Refused or DownloadOutcome.Failed);

    /// <summary>One sentence with the counts.</summary>
    public string Summary => $"{Results.Count} found: {Count(DownloadOutcome.Kept)} kept, {Count(DownloadOutcome.AlreadyThere)} already there, "
        + $"{Count(DownloadOutcome.Duplicate)} duplicate{(Count(DownloadOutcome.Duplicate) == 1 ? "" : "s")}, {Count(DownloadOutcome.Refused)} refused, {Count(DownloadOutcome.Failed)} failed";

    /// <summary>The counts, and a line for everything refused or failed.</summary>
    public MimeBundle ToMimeBundle() => MimeBundle.Text(
        string.Join('\n', [Summary, .. Problems.Select(problem => $"{problem.Image.ImageUrl}: {problem.Reason}")]));
}
