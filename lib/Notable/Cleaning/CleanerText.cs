using Notable.Gathering;

namespace Notable;

/// <summary>The cleaner's messages.</summary>
internal static class CleanerText
{
    public static string Pictures(int count) => count == 1 ? "1 picture" : $"{count} pictures";

    public static string Applied(FolderChangeReport report, FolderChanges changes)
    {
        var (deleted, moved) = (report.Applied.Count(entry => entry.Action == ChangeAction.Delete), report.Applied.Count(entry => entry.Action == ChangeAction.Move));
        string[] done =
        [
            .. deleted > 0 ? [$"{Pictures(deleted)} moved to the trash, {changes.Trash}."] : Array.Empty<string>(),
            .. moved > 0 ? [$"{Pictures(moved)} moved to another class."] : Array.Empty<string>(),
            .. Failures(report),
            .. report.Applied.Count > 0 ? [$"The log is {changes.LogPath}. Train again to see the effect."] : Array.Empty<string>(),
        ];
        return string.Join('\n', done);
    }

    public static string Marked(CleanerPicture picture, Mark? mark) =>
        $"{picture.File} is {mark switch { null => "kept", { Class: null } => "to be deleted", { Class: var name } => $"to move to {name}" }} again.";

    public static string Reverted(FolderChangeReport report) => string.Join('\n', [$"{Pictures(report.Applied.Count)} moved back.", .. Failures(report)]);

    public static string Recovered(FolderChangeReport report) => report.Applied.Count == 0 ? ""
        : $"An earlier Apply was interrupted; its last changes ({Pictures(report.Applied.Count)}) were made just now. Train again before you continue.";

    /// <summary>Names the first files that are not shown because they cannot be read; empty if there are none.</summary>
    public static string Skipped(CleaningSession session)
    {
        const int mostNamed = 3;
        var (skipped, folder) = (session.Skipped, session.Changes.Folder);
        if (skipped.Count == 0)
            return "";
        var names = string.Join(", ", skipped.Take(mostNamed).Select(picture => Path.GetRelativePath(folder, picture.Path).Replace('\\', '/')));
        var more = skipped.Count > mostNamed ? $" and {skipped.Count - mostNamed} more" : "";
        return $"{(skipped.Count == 1 ? "1 file is not shown because it" : $"{skipped.Count} files are not shown because they")} can't be read: {names}{more}; "
            + $"run `notable verify {folder}` to see why (with `--quarantine DIR`, it moves unfit files aside).";
    }

    private static IEnumerable<string> Failures(FolderChangeReport report) => report.Failed.Select(failure => $"{failure.File} {failure.Reason}.");
}
