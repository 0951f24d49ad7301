using System.Text.RegularExpressions;

namespace Notable.Kernel.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The version, or a range in NuGet's notation; null for the newest.</param>
internal sealed partial record PackageName(string Id, string? Version)
{
    /// <summary>Reads <c>nuget: Name, 1.2</c>; returns null if the text does not start with <c>nuget:</c>.</summary>
    /// <exception cref="PackageException">The name or version is invalid.</exception>
    public static PackageName? Read(string reference)
    {
        if (!reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = reference["nuget:".Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        var version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        // Both are written into a project file.
        if (!Ids().IsMatch(parts[0]) || (version is not null && !Versions().IsMatch(version)))
            throw new PackageException($"'{reference}' is not a valid package; expected: nuget: Name, 1.2.3");
        return new PackageName(parts[0], version);
    }

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}$")]
    private static partial Regex Ids();

    [GeneratedRegex(@"^[\[\(]?[A-Za-z0-9.*+\-, ]{1,80}[\]\)]?$")]
    private static partial Regex Versions();
}
