using System.Net;
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
            return $"{FileCount} file{(FileCount == 1 ? "" : "s")} checked: {FileCount - Flagged.Count} fine, {unfit} unfit, {Flagged.Count - unfit} odd but readable";
        }
    }

    /// <summary>A table of the flagged files below the counts.</summary>
    public MimeBundle ToMimeBundle()
    {
        Row[] rows = [.. Flagged.SelectMany(file => file.Problems.Select(problem => new Row(file.File, problem.IsUnfit ? "unfit" : "odd", problem.Code, problem.Reason)))];
        var text = MimeBundle.Text(string.Join('\n', [Summary, .. rows.Select(row => $"{row.File}: {row.Problem}: {row.Explanation}")]));
        return rows.Length == 0 ? text : text.With(MimeTypes.Html, $"<p>{WebUtility.HtmlEncode(Summary)}</p>{LeftAligned(MimeBundle.TableHtml(rows))}");
    }

    private sealed record Row(string File, string Verdict, string Problem, string Explanation);

    // nbconvert and Jupyter Notebook align cells to the right, as suits numbers.
    private static string LeftAligned(string table) =>
        table.Replace("<td>", "<td style=\"text-align:left\">", StringComparison.Ordinal).Replace("<th>", "<th style=\"text-align:left\">", StringComparison.Ordinal);
}
