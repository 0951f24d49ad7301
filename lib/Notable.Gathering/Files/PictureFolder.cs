using Notable.Shared;

namespace Notable.Gathering;

/// <summary>The files of a folder and its sub-folders: those that training finds, and all others.</summary>
internal static class PictureFolder
{
    /// <summary>The list of where pictures came from, and the one of what was not kept.</summary>
    public const string SourcesList = "sources.jsonl", SkippedList = "skipped.jsonl";

    /// <summary>Paths below the folder, as <see cref="PictureTree.FilesIn"/> lists them, without this library's own lists.</summary>
    /// <exception cref="GatheringException">There is no such folder, or one below it has a name that cannot be opened.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new GatheringException($"there is no folder {folder}" + (File.Exists(folder) ? " (it is a file)" : ""));
        try
        {
            return [.. PictureTree.FilesIn(folder).Where(file => Path.GetFileName(file) is not (PictureTree.QuarantineLog or SourcesList or SkippedList))];
        }
        catch (IOException e) when (e.Message.Contains(PictureTree.NotUtf8, StringComparison.Ordinal))
        {
            throw new GatheringException(e.Message, e);
        }
    }
}
