namespace Notable.Kernel.Packages;

/// <summary>Lists the packages in NuGet's folder on this machine.</summary>
internal static class LocalPackages
{
    private static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Returns their names in lower case, as NuGet stores them. NuGet accepts any case.</summary>
    public static IEnumerable<string> Names() => Folders(Root).Where(folder => Folders(folder).Any()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the versions of a package, newest first.</summary>
    public static IEnumerable<string> Versions(string name) => name.AsSpan().ContainsAny('/', '\\') || name.StartsWith('.') ? []
        : Folders(Path.Combine(Root, name.ToLowerInvariant())).Select(folder => Path.GetFileName(folder))
            .OrderDescending(StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering));

    private static IEnumerable<string> Folders(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
