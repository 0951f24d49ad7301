namespace Notable.Shared;

/// <summary>
/// The folders for pictures that were removed from a data set, which training, checks and searches skip: the trash of the cleaner and of
/// <c>FolderChanges</c>, and the quarantine of <c>notable verify --quarantine DIR</c>, whose name the user chooses. Each is recognized by
/// its log. Compiled into each project that needs it.
/// </summary>
internal static class TrashAndQuarantine
{
    /// <summary>The ending of a trash's name: <c>bills.trash</c> beside <c>bills</c>.</summary>
    public const string TrashSuffix = ".trash";

    /// <summary>The name of the log in a trash.</summary>
    public const string TrashLog = "changes.jsonl";

    /// <summary>The name of the log in a quarantine.</summary>
    public const string QuarantineLog = "quarantine.jsonl";

    /// <summary>Returns the path of a data set's trash.</summary>
    /// <param name="folder">The folder of the data set, without a slash at the end.</param>
    public static string TrashOf(string folder) => folder + TrashSuffix;

    /// <summary>Returns whether a folder is a trash or a quarantine.</summary>
    public static bool Is(string folder) =>
        File.Exists(Path.Combine(folder, TrashLog)) || File.Exists(Path.Combine(folder, QuarantineLog));
}
