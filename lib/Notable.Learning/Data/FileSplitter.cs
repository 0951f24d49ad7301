namespace Notable.Learning;

/// <summary>
/// Validates with the items listed in a text file: one file name or end of a path per line, <c>1.jpg</c> or <c>usd50/1.jpg</c>.
/// </summary>
/// <param name="path">The text file.</param>
public sealed class FileSplitter(string path) : Splitter
{
    /// <inheritdoc/>
    public override Split Apply(IReadOnlyList<string> items)
    {
        if (!File.Exists(path))
            throw new DataException($"there is no file {Path.GetFullPath(path)} with the items to validate with");
        string[] names = [.. File.ReadLines(path).Select(line => line.Trim().Replace('\\', '/')).Where(line => line.Length > 0)];
        var ends = names.Select(name => "/" + name).ToHashSet(StringComparer.Ordinal);
        var split = Split.By(items.Count, i => Ends(items[i]).Any(ends.Contains));
        return split.Valid.Count > 0
            ? split
            : throw new DataException($"{path} names {names.Length} files, none of which is among the {items.Count} items; expected one file name or end of a path per line");
    }

    // "/1.jpg", "/usd50/1.jpg", ...
    private static IEnumerable<string> Ends(string item)
    {
        var full = "/" + item.Replace('\\', '/').TrimStart('/');
        for (var slash = full.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : full.LastIndexOf('/', slash - 1))
            yield return full[slash..];
    }
}
