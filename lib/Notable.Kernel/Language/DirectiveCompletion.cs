using System.Text.RegularExpressions;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Language;

/// <summary>
/// What could stand within <c>#r "..."</c>, <c>#load "..."</c> and behind <c>#!import</c>: files, and packages that this machine already
/// has. Feeds on the network are not asked: completion must not wait for them.
/// </summary>
internal static partial class DirectiveCompletion
{
    private const int Most = 2000;

    /// <summary>The candidates at a place; null where no such directive stands.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The place.</param>
    /// <param name="folder">The folder that relative paths start from.</param>
    public static Completions? At(string code, int position, string folder)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var line = code[start..position];
        if (Package().Match(line) is { Success: true } package)
            return package.Groups["version"] is { Success: true } version
                ? Versions(package.Groups["name"].Value, version.Value, position)
                : Packages(package.Groups["name"].Value, position);
        if (PathOf().Match(line) is not { Success: true } path)
            return null;
        string[] endings = path.Groups["word"].Value switch { "#r" => [".dll"], "#load" => [".cs", ".csx"], _ => [".ipynb", ".dib", ".cs", ".csx"] };
        return Files(path.Groups["path"].Value, position, folder, endings);
    }

    private static Completions Packages(string typed, int position) => new(position - typed.Length, position,
        [.. LocalPackages.Names().Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Take(Most).Select(name => new Completion(name, "module", "a package on this machine"))]);

    private static Completions Versions(string name, string typed, int position) => new(position - typed.Length, position,
        [.. LocalPackages.Versions(name).Where(version => version.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(version => new Completion(version, "module", name))]);

    private static Completions Files(string typed, int position, string folder, string[] endings)
    {
        // Up to the last separator it is a folder; what is behind it is completed.
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        List<Completion> found = [];
        try
        {
            var place = new DirectoryInfo(Path.GetFullPath(typed[..^name.Length], folder));
            foreach (var entry in place.EnumerateFileSystemInfos().Where(entry => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && entry.Name[0] != '.').Take(Most))
                if (entry is DirectoryInfo)
                    found.Add(new Completion($"{entry.Name}/", "folder", ""));
                else if (endings.Contains(entry.Extension.ToLowerInvariant()))
                    found.Add(new Completion(entry.Name, "file", ""));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // There is nothing to offer.
        }
        return new Completions(position - name.Length, position, [.. found.OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase)]);
    }

    [GeneratedRegex("""^\s*#r\s+"\s*nuget:\s*(?<name>[^",\s]*)(\s*,\s*(?<version>[^",\s]*))?$""")]
    private static partial Regex Package();

    [GeneratedRegex("""^\s*(?<word>#r|#load)\s+"(?!\s*nuget:)(?<path>[^"]*)$|^(?<word>#!import)\s+"?(?<path>[^"]*)$""")]
    private static partial Regex PathOf();
}
