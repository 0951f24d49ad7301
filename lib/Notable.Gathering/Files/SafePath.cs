namespace Notable.Gathering;

/// <summary>Validates paths that were read from a file.</summary>
internal static class SafePath
{
    /// <summary>Returns a path below a folder.</summary>
    /// <exception cref="GatheringException">The path is outside the folder.</exception>
    public static string Below(string folder, string relative)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var full = Path.GetFullPath(Path.Combine(root, relative));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new GatheringException($"the path '{relative}' is outside {root}; nothing was moved");
    }

    /// <summary>Returns the path, or one with a number before its extension if a file already has it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="promised">Paths reserved for other files; null for none.</param>
    public static string Free(string path, IReadOnlySet<string>? promised = null)
    {
        var stem = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));
        var free = path;
        for (var n = 2; Path.Exists(free) || promised?.Contains(free) == true; n++)
            free = $"{stem} ({n}){Path.GetExtension(path)}";
        return free;
    }
}
