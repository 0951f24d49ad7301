using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;

namespace Notable.Cli.Publishing;

/// <summary>Finds the files that a notebook uses, such as its model and pictures.</summary>
internal static partial class NotebookFiles
{
    /// <summary>Returns the existing files that cells name in quotes or in Markdown links, relative to <paramref name="folder"/>.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">Its folder.</param>
    public static IReadOnlyList<string> Named(Notebook notebook, string folder) =>
    [
        .. notebook.Cells.SelectMany(cell => Names().Matches(cell.Source)).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
            .Where(name => IsBelow(name) && File.Exists(Path.Combine(folder, name))).Select(Path.TrimEndingDirectorySeparator).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Returns the files of a path given with <c>--include</c>, relative to <paramref name="folder"/>: the file itself, or those of a folder.
    /// </summary>
    /// <exception cref="ArgumentException">The path is outside the folder or does not exist.</exception>
    public static IEnumerable<string> Included(string path, string folder)
    {
        if (!IsBelow(path))
            throw new ArgumentException($"--include {path}: expected a path below the notebook's folder, relative to it");
        var full = Path.Combine(folder, path);
        return File.Exists(full) ? [path]
            : Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
            : throw new ArgumentException($"--include {path}: it does not exist in {folder}");
    }

    private static bool IsBelow(string path) => !Path.IsPathRooted(path) && path.Length > 0 && path.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !path.Split('/', '\\').Contains("..");

    [GeneratedRegex("""
        "([^"\n]+)"|\]\(([^)\n]+)\)
        """)]
    private static partial Regex Names();
}
