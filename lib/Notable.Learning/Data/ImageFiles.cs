namespace Notable.Learning;

/// <summary>Finds the pictures of a folder.</summary>
public static class ImageFiles
{
    /// <summary>
    /// The file extensions taken for pictures, in lower case with the dot. Whether a file is one is seen when it is read.
    /// </summary>
    public static IReadOnlyList<string> Extensions { get; } =
        [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"];

    /// <summary>
    /// Full paths of the pictures in a folder and its sub-folders, ordered by their path below the folder, character by
    /// character:
    /// the same order on every machine, so that a seeded split is the same everywhere. Names that begin with a dot are passed
    /// over;
    /// a folder that links lead to twice is read once.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">
    /// There is no such folder, or no picture in it; the message counts what is there instead.
    /// </exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new DataException($"there is no folder {root}: give the folder that holds one sub-folder of pictures a class"
                + (File.Exists(root) ? " (this is a file)" : ""));
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string> found = [];
        Collect(new DirectoryInfo(root), found, others, [Canonical(new DirectoryInfo(root))]);
        if (found.Count == 0)
            throw new DataException($"no picture in {root} or below: found {Counted(others)}; "
                + $"pictures are files that end in {string.Join(' ', Extensions)}");
        return [.. found.OrderBy(path => Path.GetRelativePath(root, path).Replace('\\', '/'), StringComparer.Ordinal)];
    }

    private static void Collect(DirectoryInfo folder, List<string> found, Dictionary<string, int> others, HashSet<string> visited)
    {
        // Sorted, so that where two links lead to one folder the same name wins everywhere.
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.'))
                continue;
            if (entry is DirectoryInfo child)
            {
                if (visited.Add(Canonical(child)))
                    Collect(child, found, others, visited);
            }
            else if (Extensions.Contains(entry.Extension.ToLowerInvariant()))
                found.Add(entry.FullName);
            else
                others[entry.Extension] = others.GetValueOrDefault(entry.Extension) + 1;
        }
    }

    /// <summary>The folder's place without links: two names of one folder have one such path.</summary>
    private static string Canonical(DirectoryInfo folder)
    {
        if (folder.ResolveLinkTarget(returnFinalTarget: true) is DirectoryInfo target)
            return Canonical(target);
        return folder.Parent is null ? folder.FullName : Path.Combine(Canonical(folder.Parent), folder.Name);
    }

    private static string Counted(Dictionary<string, int> others) => others.Count == 0
        ? "no file at all"
        : string.Join(", ", others.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(8)
            .Select(pair => $"{pair.Value} {(pair.Key.Length == 0 ? "without extension" : pair.Key)}"));
}
