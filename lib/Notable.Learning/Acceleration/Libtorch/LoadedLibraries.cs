namespace Notable.Learning.Acceleration;

/// <summary>The shared libraries this process holds, as the kernel lists them.</summary>
internal static class LoadedLibraries
{
    private const string Maps = "/proc/self/maps";

    /// <summary>Their full paths, each once; empty where the system does not tell.</summary>
    internal static IReadOnlyList<string> Paths() => !File.Exists(Maps) ? [] :
    [
        .. File.ReadLines(Maps)
            .Select(line => line.IndexOf('/') is var at && at > 0 ? line[at..] : "")
            .Where(path => Path.GetFileName(path).Contains(".so", StringComparison.Ordinal))
            .Distinct(),
    ];
}
