namespace Notable.Shared;

/// <summary>
/// Files behind symbolic links, as git-annex, DVC and Kubernetes mounts use them: <see cref="FileInfo"/> tells the length and time of the
/// link itself. Compiled into each project that needs it.
/// </summary>
internal static class LinkedFile
{
    /// <summary>Length and times of a file, or of what a link leads to in the end; <see cref="FileSystemInfo.Exists"/> may be false.</summary>
    /// <exception cref="IOException">Links lead round in a circle.</exception>
    public static FileInfo Of(string path)
    {
        var file = new FileInfo(path);
        return IsLink(file) && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? new(target.FullName) : file;
    }

    /// <summary>Whether a path is a link.</summary>
    public static bool IsLink(string path) => IsLink(new FileInfo(path));

    /// <summary>Whether a file, or a link even if it leads nowhere, is there.</summary>
    public static bool Exists(string path) => Path.Exists(path) && !Directory.Exists(path);

    private static bool IsLink(FileInfo file) => (int)file.Attributes != -1 && file.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
