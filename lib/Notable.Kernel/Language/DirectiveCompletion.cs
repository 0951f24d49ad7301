using System.Text.RegularExpressions;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Language;

/// <summary>
/// Completes <c>#r "..."</c>, <c>#load "..."</c> and <c>#!import</c> with files, and with packages that are already on this machine.
/// Package feeds are not searched, because completion must not wait for the network.
/// </summary>
internal static partial class DirectiveCompletion
{
    private const int MaxItems = 2000;

    /// <summary>Returns the completions at a position; null if it is not in such a directive.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="folder">The folder that paths are relative to.</param>
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
        [.. LocalPackages.Names().Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Take(MaxItems).Select(name => new Completion(name, "module", "a package on this machine"))]);

    private static Completions Versions(string name, string typed, int position) => new(position - typed.Length, position,
        [.. LocalPackages.Versions(name).Where(version => version.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(version => new Completion(version, "module", name))]);

    private static Completions Files(string typed, int position, string folder, string[] endings)
    {
        // The part up to the last separator is a folder; the part after it is completed.
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        List<Completion> found = [];
        try
        {
            var place = new DirectoryInfo(Path.GetFullPath(typed[..^name.Length], folder));
            foreach (var entry in place.EnumerateFileSystemInfos().Where(entry => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && entry.Name[0] != '.').Take(MaxItems))
                if (entry is DirectoryInfo)
                    found.Add(new Completion($"{entry.Name}/", "folder", ""));
                else if (endings.Contains(entry.Extension.ToLowerInvariant()))
                    found.Add(new Completion(entry.Name, "file", ""));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // No folder, no completions.
        }
        return new Completions(position - name.Length, position, [.. found.OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase)]);
    }

    [GeneratedRegex("""^\s*#r\s+"\s*nuget:\s*(?<name>[^",\s]*)(\s*,\s*(?<version>[^",\s]*))?$""")]
    private static partial Regex Package();

    [GeneratedRegex("""^\s*(?<word>#r|#load)\s+"(?!\s*nuget:)(?<path>[^"]*)$|^(?<word>#!import)\s+"?(?<path>[^"]*)$""")]
    private static partial Regex PathOf();
}
