using Notable.Shared;

namespace Notable.Gathering;

/// <summary>Lists the files of a folder and its sub-folders: those that training finds, and all others.</summary>
internal static class PictureFolder
{
    /// <summary>The list of sources, and the list of skipped addresses.</summary>
    public const string SourcesList = "sources.jsonl", SkippedList = "skipped.jsonl";

    /// <summary>Returns relative paths, as <see cref="PictureTree.FilesIn"/> lists them, without this library's own lists.</summary>
    /// <exception cref="GatheringException">There is no such folder, or the name of a sub-folder cannot be opened.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new GatheringException($"there is no folder {folder}" + (File.Exists(folder) ? " (it is a file)" : ""));
        try
        {
            return [.. PictureTree.FilesIn(folder).Where(file => Path.GetFileName(file) is not (TrashAndQuarantine.QuarantineLog or SourcesList or SkippedList))];
        }
        catch (IOException e) when (e.Message.Contains(PictureTree.NotUtf8, StringComparison.Ordinal))
        {
            throw new GatheringException(e.Message, e);
        }
    }
}
