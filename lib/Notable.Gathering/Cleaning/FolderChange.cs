namespace Notable.Gathering;

/// <summary>What is to become of a picture of a data set.</summary>
/// <param name="File">Its path below the folder of the data set, with forward slashes.</param>
/// <param name="Class">The class whose folder it is to move to; null moves it to the trash.</param>
public sealed record FolderChange(string File, string? Class);

/// <summary>What became of it.</summary>
/// <param name="Applied">What was moved, in order.</param>
/// <param name="Failed">What was not moved, with the reason as the rest of a sentence that begins with the file's name.</param>
public sealed record FolderChangeReport(IReadOnlyList<ChangeEntry> Applied, IReadOnlyList<(string File, string Reason)> Failed)
{
    /// <summary>Nothing was to do.</summary>
    public static FolderChangeReport Nothing { get; } = new([], []);
}
