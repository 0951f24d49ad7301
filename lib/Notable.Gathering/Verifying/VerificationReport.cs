using System.Net;
using Notable.Display;

namespace Notable.Gathering;

/// <summary>The result of checking a folder.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="FileCount">Number of files checked.</param>
/// <param name="Flagged">Files with problems, ordered by path.</param>
/// <param name="Groups">Groups of files that show the same picture: the one to keep (the largest) first, then its copies.</param>
public sealed record VerificationReport(
    string Folder, int FileCount, IReadOnlyList<FlaggedFile> Flagged, IReadOnlyList<IReadOnlyList<string>> Groups) : IDisplayable
{
    /// <summary>The files that should be removed from the data set.</summary>
    public IEnumerable<FlaggedFile> Unfit => Flagged.Where(file => file.IsUnfit);

    /// <summary>Returns a summary in one sentence, with counts.</summary>
    public string Summary
    {
        get
        {
            var unfit = Unfit.Count();
            return $"{FileCount} file{(FileCount == 1 ? "" : "s")} checked: {FileCount - Flagged.Count} fine, {unfit} unfit, {Flagged.Count - unfit} odd but readable";
        }
    }

    /// <summary>Returns the summary and a table of the flagged files.</summary>
    public MimeBundle ToMimeBundle()
    {
        FlaggedRow[] rows = [.. Flagged.SelectMany(file => file.Problems.Select(problem => new FlaggedRow(file.File, problem.IsUnfit ? "unfit" : "odd", problem.Code, problem.Reason)))];
        var text = MimeBundle.Text(string.Join('\n', [Summary, .. rows.Select(row => $"{row.File}: {row.Problem}: {row.Explanation}")]));
        return rows.Length == 0 ? text : text.With(MimeTypes.Html, $"<p>{WebUtility.HtmlEncode(Summary)}</p>{LeftAligned(MimeBundle.TableHtml(rows))}");
    }

    private sealed record FlaggedRow(string File, string Verdict, string Problem, string Explanation);

    // nbconvert and Jupyter Notebook align cells to the right, which suits only numbers.
    private static string LeftAligned(string table) =>
        table.Replace("<td>", "<td style=\"text-align:left\">", StringComparison.Ordinal).Replace("<th>", "<th style=\"text-align:left\">", StringComparison.Ordinal);
}
