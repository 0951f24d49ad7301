using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;

namespace Notable.Cli.Publishing;

/// <summary>The files beside a notebook that it names: its model, its pictures.</summary>
internal static partial class NotebookFiles
{
    /// <summary>Paths relative to <paramref name="folder"/> of the files that cells name in quotes, or in brackets as Markdown does, and that are there.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">Its folder.</param>
    public static IReadOnlyList<string> Named(Notebook notebook, string folder) =>
    [
        .. notebook.Cells.SelectMany(cell => Names().Matches(cell.Source)).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)
            .Where(name => IsBelow(name) && File.Exists(Path.Combine(folder, name))).Select(Path.TrimEndingDirectorySeparator).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The files that a path given by hand stands for, relative to <paramref name="folder"/>: itself, or those of a folder.</summary>
    /// <exception cref="ArgumentException">The path leads out of the folder, or nothing is there.</exception>
    public static IEnumerable<string> Included(string path, string folder)
    {
        if (!IsBelow(path))
            throw new ArgumentException($"--include {path}: expected a path below the notebook's folder, as the notebook itself would name it");
        var full = Path.Combine(folder, path);
        return File.Exists(full) ? [path]
            : Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
            : throw new ArgumentException($"--include {path}: there is no such file or folder in {folder}");
    }

    private static bool IsBelow(string path) => !Path.IsPathRooted(path) && path.Length > 0 && path.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !path.Split('/', '\\').Contains("..");

    [GeneratedRegex("""
        "([^"\n]+)"|\]\(([^)\n]+)\)
        """)]
    private static partial Regex Names();
}
