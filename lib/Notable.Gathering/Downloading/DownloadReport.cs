using Notable.Display;

namespace Notable.Gathering;

/// <summary>The result for one address.</summary>
public enum DownloadOutcome
{
    /// <summary>Downloaded and kept.</summary>
    Kept,

    /// <summary>Downloaded by an earlier run. Not downloaded again, even if the file has been removed since.</summary>
    AlreadyThere,

    /// <summary>Identical to another file.</summary>
    Duplicate,

    /// <summary>Not accepted: not a picture, too large, a private address, or disallowed by robots.txt.</summary>
    Refused,

    /// <summary>The download failed: not found, server busy, unreachable, or too slow.</summary>
    Failed,
}

/// <summary>The result for one address.</summary>
/// <param name="Image">What the source reported.</param>
/// <param name="Outcome">The result.</param>
/// <param name="File">The file name; null if nothing was kept.</param>
/// <param name="Reason">Why nothing was kept; null if the file was kept.</param>
public sealed record DownloadResult(FoundImage Image, DownloadOutcome Outcome, string? File, string? Reason);

/// <summary>The results of a download.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="Results">One result per address, in the order of the request.</param>
public sealed record DownloadReport(string Folder, IReadOnlyList<DownloadResult> Results) : IDisplayable
{
    /// <summary>Returns the number of addresses with that outcome.</summary>
    public int Count(DownloadOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>The addresses that were refused or failed, with the reason.</summary>
    public IEnumerable<DownloadResult> Problems => Results.Where(result => result.Outcome is DownloadOutcome.Refused or DownloadOutcome.Failed);

    /// <summary>Summary in one sentence, with counts.</summary>
    public string Summary => $"{Results.Count} found: {Count(DownloadOutcome.Kept)} kept, {Count(DownloadOutcome.AlreadyThere)} already there, "
        + $"{Count(DownloadOutcome.Duplicate)} duplicate{(Count(DownloadOutcome.Duplicate) == 1 ? "" : "s")}, {Count(DownloadOutcome.Refused)} refused, {Count(DownloadOutcome.Failed)} failed";

    /// <summary>The summary, and one line for each address that was refused or failed.</summary>
    public MimeBundle ToMimeBundle() => MimeBundle.Text(
        string.Join('\n', [Summary, .. Problems.Select(problem => $"{problem.Image.ImageUrl}: {problem.Reason}")]));
}
