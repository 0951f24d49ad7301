namespace Notable.Gathering;

/// <summary>Paths that came out of a file: they must stay where they belong.</summary>
internal static class SafePath
{
    /// <summary>A path below a folder.</summary>
    /// <exception cref="GatheringException">It leads out of the folder.</exception>
    public static string Below(string folder, string relative)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var full = Path.GetFullPath(Path.Combine(root, relative));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new GatheringException($"the path '{relative}' leads out of {root}; nothing was moved");
    }

    /// <summary>The path itself, or one with a number before its extension, so that no file has it yet.</summary>
    /// <param name="path">The path.</param>
    /// <param name="promised">Places that files are about to have; null for none.</param>
    public static string Free(string path, IReadOnlySet<string>? promised = null)
    {
        var stem = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));
        var free = path;
        for (var n = 2; Path.Exists(free) || promised?.Contains(free) == true; n++)
            free = $"{stem} ({n}){Path.GetExtension(path)}";
        return free;
    }
}
