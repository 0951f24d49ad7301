using System.Text.RegularExpressions;

namespace Notable.Learning;

/// <summary>Rules that get a picture's class from its path.</summary>
public static class Labels
{
    /// <summary>Returns the name of the file's folder: <c>bills/usd50/1.jpg</c> has the class <c>usd50</c>.</summary>
    /// <param name="path">The picture's path.</param>
    public static string ParentFolder(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";

    /// <summary>
    /// Returns a rule that takes the first group of a pattern in the file's name: for <c>great_pyrenees_173.jpg</c>, <c>^(.+)_\d+</c>.
    /// </summary>
    /// <param name="pattern">A regular expression with a group; matching one name times out after a second.</param>
    public static Func<string, string> Regex(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return path => regex.Match(Path.GetFileName(path)) is { Success: true, Groups.Count: > 1 } match
            ? match.Groups[1].Value
            : throw new DataException($"the pattern {pattern} finds no class in the file name {Path.GetFileName(path)}");
    }
}
