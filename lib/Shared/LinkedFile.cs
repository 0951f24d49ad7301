namespace Notable.Shared;

/// <summary>
/// Resolves symbolic links, which git-annex, DVC and Kubernetes mounts use. <see cref="FileInfo"/> returns the length and time of the link
/// itself. Compiled into each project that needs it.
/// </summary>
internal static class LinkedFile
{
    /// <summary>Returns the length and times of a file or of a link's final target; <see cref="FileSystemInfo.Exists"/> may be false.</summary>
    /// <exception cref="IOException">The links form a loop.</exception>
    public static FileInfo Of(string path)
    {
        var file = new FileInfo(path);
        return IsLink(file) && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? new(target.FullName) : file;
    }

    /// <summary>Returns whether a path is a link.</summary>
    public static bool IsLink(string path) => IsLink(new FileInfo(path));

    /// <summary>Returns whether a file or a link, even a broken one, exists.</summary>
    public static bool Exists(string path) => Path.Exists(path) && !Directory.Exists(path);

    private static bool IsLink(FileInfo file) => (int)file.Attributes != -1 && file.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
