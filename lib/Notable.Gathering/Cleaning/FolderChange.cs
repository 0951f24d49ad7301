namespace Notable.Gathering;

/// <summary>A pending change to one picture of a data set: move it to another class or to the trash.</summary>
/// <param name="File">Its path relative to the folder of the data set, with forward slashes.</param>
/// <param name="Class">The class to move it to; null moves it to the trash.</param>
public sealed record FolderChange(string File, string? Class);

/// <summary>The result of applying changes.</summary>
/// <param name="Applied">The changes that were applied, in order.</param>
/// <param name="Failed">The changes that failed, with the reason as the rest of a sentence that begins with the file name.</param>
public sealed record FolderChangeReport(IReadOnlyList<ChangeEntry> Applied, IReadOnlyList<(string File, string Reason)> Failed)
{
    /// <summary>The report for an empty list of changes.</summary>
    public static FolderChangeReport Nothing { get; } = new([], []);
}
