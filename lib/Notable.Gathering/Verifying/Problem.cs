namespace Notable.Gathering;

/// <summary>A problem with a file.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Reason">The description, as the rest of a sentence that begins with the file name.</param>
public sealed record Problem(ProblemKind Kind, string Reason)
{
    /// <summary>
    /// Whether the file should be removed from the data set. Other problems are remarks: the file can be read, but other programs may have
    /// difficulties with it.
    /// </summary>
    public bool IsUnfit => Kind <= ProblemKind.NearDuplicate;

    /// <summary>The kind in machine-readable form, for example <c>near-duplicate</c>.</summary>
    public string Code => string.Concat(Kind.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    /// <summary>Code and reason: <c>too-small: has 120 x 50 pixels …</c></summary>
    public override string ToString() => $"{Code}: {Reason}";
}

/// <summary>A file with problems.</summary>
/// <param name="File">Path relative to the checked folder, with forward slashes.</param>
/// <param name="Problems">The problems; at least one.</param>
public sealed record FlaggedFile(string File, IReadOnlyList<Problem> Problems)
{
    /// <summary>
    /// Whether the file should be removed from the data set, because a problem is not only a remark. Such files go to the quarantine.
    /// </summary>
    public bool IsUnfit => Problems.Any(problem => problem.IsUnfit);
}
