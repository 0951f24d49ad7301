namespace Notable.Gathering;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">The same in words, as the rest of a sentence that begins with the file's name.</param>
public sealed record Problem(ProblemKind Kind, string Reason)
{
    /// <summary>
    /// Whether the file is better out of the way. The other problems are oddities: such a file is read correctly, and is listed
    /// because other programs may trip over it.
    /// </summary>
    public bool IsUnfit => Kind <= ProblemKind.NearDuplicate;

    /// <summary>The kind as programs read it, as <c>near-duplicate</c>.</summary>
    public string Code => string.Concat(Kind.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    /// <summary>Code and reason: <c>too-small: has 120 x 50 pixels …</c></summary>
    public override string ToString() => $"{Code}: {Reason}";
}

/// <summary>A file with something wrong.</summary>
/// <param name="File">Its path below the folder that was looked through, with forward slashes.</param>
/// <param name="Problems">What is wrong; at least one.</param>
public sealed record FlaggedFile(string File, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether any problem makes the file unfit: such files are what a quarantine takes.</summary>
    public bool IsUnfit => Problems.Any(problem => problem.IsUnfit);
}
