using Notable.Display;

namespace Notable.Gathering;

/// <summary>What was found in a folder of pictures.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="FileCount">Files that were looked at.</param>
/// <param name="Flagged">Those with something wrong, ordered by path.</param>
/// <param name="Groups">
/// Files that show the same picture, two or more a group: the one to keep first (the largest), then its copies.
/// </param>
public sealed record VerificationReport(
    string Folder, int FileCount, IReadOnlyList<FlaggedFile> Flagged, IReadOnlyList<IReadOnlyList<string>> Groups) : IDisplayable
{
    /// <summary>The files that are better out of the way.</summary>
    public IEnumerable<FlaggedFile> Unfit => Flagged.Where(file => file.IsUnfit);

    /// <summary>One sentence with the counts.</summary>
    public string Summary
    {
        get
        {
            var unfit = Unfit.Count();
            return $"{FileCount} files looked at: {FileCount - Flagged.Count} without a remark, {unfit} unfit, {Flagged.Count - unfit} odd but readable";
        }
    }

    /// <summary>A table of the flagged files below the counts.</summary>
    public MimeBundle ToMimeBundle() => MimeBundle.Text(
        string.Join('\n', [Summary, .. Flagged.SelectMany(file => file.Problems.Select(problem => $"{file.File}: {problem}"))]));
}
