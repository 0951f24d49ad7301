namespace Notable.Gathering;

/// <summary>The files of a folder and its sub-folders.</summary>
internal static class PictureFolder
{
    /// <summary>
    /// Paths below the folder, with forward slashes, in the same order on every machine. Names that begin with a dot, links to
    /// folders, quarantines, trashes and this library's own lists are passed over.
    /// </summary>
    /// <exception cref="GatheringException">There is no such folder.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        if (!Directory.Exists(folder))
            throw new GatheringException($"there is no folder {folder}" + (File.Exists(folder) ? " (it is a file)" : ""));
        List<string> found = [];
        Collect(new DirectoryInfo(folder), "", found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> found)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.') || Quarantine.IsLog(entry.Name) || Manifest.IsList(entry.Name))
                continue;
            if (entry is not DirectoryInfo child)
                found.Add(prefix + entry.Name);
            else if (child.LinkTarget is null && !Quarantine.IsIn(child.FullName) && !FolderChanges.IsIn(child.FullName))
                Collect(child, $"{prefix}{entry.Name}/", found);
        }
    }
}
