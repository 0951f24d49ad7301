namespace Notable.Learning.Acceleration;

/// <summary>Lists the shared libraries of this process, from the kernel.</summary>
internal static class LoadedLibraries
{
    private const string Maps = "/proc/self/maps";

    /// <summary>Returns their full paths without duplicates; empty if the system has no such list.</summary>
    internal static IReadOnlyList<string> Paths() => !File.Exists(Maps) ? [] :
    [
        .. File.ReadLines(Maps)
            .Select(line => line.IndexOf('/') is var at && at > 0 ? line[at..] : "")
            .Where(path => Path.GetFileName(path).Contains(".so", StringComparison.Ordinal))
            .Distinct(),
    ];
}
