using Notable.Shared;

namespace Notable.Learning;

/// <summary>Finds the pictures in a folder.</summary>
public static class ImageFiles
{
    /// <summary>File extensions of pictures, in lower case with the dot. The content is checked only when a file is read.</summary>
    public static IReadOnlyList<string> Extensions { get; } =
        [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".tga", ".pbm", ".pgm", ".ppm"];

    /// <summary>
    /// Returns the full paths of the pictures in a folder and its sub-folders, in ordinal order of their path below the folder: the same
    /// order, and so the same seeded split, on every machine. Skips names that begin with a dot, quarantines and trashes, at any
    /// depth. Follows links; a folder reached by several is read once.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">
    /// There is no such folder, or no picture in it (the message counts the files found), or a folder cannot be opened.
    /// </exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new DataException($"there is no folder {root}: expected a folder with one sub-folder of pictures per class"
                + (File.Exists(root) ? " (this is a file)" : ""));
        var files = Listed(root);
        string[] found = [.. files.Where(IsPicture)];
        if (found.Length == 0)
            throw new DataException($"no picture in {root} or below: found {Counted(files)}; "
                + $"pictures are files that end in {string.Join(' ', Extensions)}");
        return [.. found.Select(file => Path.Combine(root, file))];
    }

    private static IReadOnlyList<string> Listed(string root)
    {
        try
        {
            return PictureTree.FilesIn(root);
        }
        catch (IOException e) when (e.Message.Contains(PictureTree.NotUtf8, StringComparison.Ordinal))
        {
            throw new DataException(e.Message);
        }
    }

    private static bool IsPicture(string file) => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant());

    private static string Counted(IReadOnlyList<string> others) => others.Count == 0
        ? "no files"
        : string.Join(", ", others.CountBy(file => Path.GetExtension(file)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(8)
            .Select(pair => $"{pair.Value} {(pair.Key.Length == 0 ? "without extension" : pair.Key)}"));
}
