namespace Notable.Shared;

/// <summary>
/// Lists the files of a data set, in the same way for training, checks and searches. Compiled into each project that
/// needs it.
/// </summary>
internal static class PictureTree
{
    /// <summary>
    /// Returns the files in a folder and below, as relative paths with forward slashes, in the same order on every machine. Names that start
    /// with a dot are skipped, and so are trash and quarantine folders (<see cref="TrashAndQuarantine"/>) at any level. Links are followed; a
    /// folder with several links is read once.
    /// </summary>
    /// <param name="folder">The folder, an existing one.</param>
    /// <exception cref="IOException">A folder cannot be opened because its name is not valid UTF-8; the message says what to do.</exception>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        List<string> found = [];
        var root = new DirectoryInfo(folder);
        Collect(root, "", found, [Canonical(root)]);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Returns whether a name is not valid UTF-8, so that the file cannot be opened.</summary>
    public static bool HasUnknownName(FileSystemInfo entry) => entry.Name.Contains('\uFFFD') && !Path.Exists(entry.FullName);

    /// <summary>The error message for such a name.</summary>
    public const string NotUtf8 = "its name is not valid UTF-8 (Latin-1, perhaps, where the ? is shown); rename it, for example with convmv";

    private static void Collect(DirectoryInfo folder, string prefix, List<string> found, HashSet<string> visited)
    {
        // Sorted, so that of several links to a folder the same one is used on every machine.
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.'))
                continue;
            if (entry is not DirectoryInfo child)
                found.Add(prefix + entry.Name);
            else if (HasUnknownName(child))
                throw new IOException($"the folder {child.FullName} cannot be opened: {NotUtf8}");
            else if (!TrashAndQuarantine.Is(child.FullName) && visited.Add(Canonical(child)))
                Collect(child, $"{prefix}{entry.Name}/", found, visited);
        }
    }

    /// <summary>Returns the folder's path without links, which is the same for all names of a folder.</summary>
    private static string Canonical(DirectoryInfo folder)
    {
        if (folder.ResolveLinkTarget(returnFinalTarget: true) is DirectoryInfo target)
            return Canonical(target);
        return folder.Parent is null ? folder.FullName : Path.Combine(Canonical(folder.Parent), folder.Name);
    }
}
