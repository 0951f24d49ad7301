using System.Text.RegularExpressions;

namespace Notable.Learning;

/// <summary>Ways to read a picture's class from its path.</summary>
public static class Labels
{
    /// <summary>The name of the folder the file lies in: <c>bills/usd50/1.jpg</c> is of class <c>usd50</c>.</summary>
    /// <param name="path">The picture's path.</param>
    public static string ParentFolder(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";

    /// <summary>
    /// The first group of a pattern that is searched in the file's name: <c>great_pyrenees_173.jpg</c> by <c>^(.+)_\d+</c>.
    /// </summary>
    /// <param name="pattern">A regular expression with a group; matching one name may take a second at most.</param>
    public static Func<string, string> Regex(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return path => regex.Match(Path.GetFileName(path)) is { Success: true, Groups.Count: > 1 } match
            ? match.Groups[1].Value
            : throw new DataException($"the pattern {pattern} finds no class in the file name {Path.GetFileName(path)}");
    }
}
