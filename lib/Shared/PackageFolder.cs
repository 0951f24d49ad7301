using System.Reflection;

namespace Notable.Shared;

/// <summary>
/// Finds files in NuGet's package folder, from which other notebook hosts load assemblies directly. There, a native library is in a separate
/// package, and an older library of the system with the same name would be found first.
/// </summary>
internal static class PackageFolder
{
    /// <summary>Returns the package folder if an assembly was loaded from <c>ID/VERSION/lib/FRAMEWORK</c> in it; otherwise null.</summary>
    public static string? Above(Assembly assembly)
    {
        var framework = Path.GetDirectoryName(assembly.Location);
        var lib = Path.GetDirectoryName(framework);
        return Path.GetFileName(lib) == "lib" && Path.GetDirectoryName(lib) is { } version
            && Directory.GetParent(version)?.Parent is { } packages ? packages.FullName : null;
    }

    /// <summary>Finds a native library in a package.</summary>
    /// <param name="packages">The folder of all packages.</param>
    /// <param name="id">The package's name, in lower case.</param>
    /// <param name="version">The version; null for the newest one in the folder.</param>
    /// <param name="runtime">The runtime identifier, such as <c>linux-x64</c>.</param>
    /// <param name="file">The library's file name.</param>
    /// <returns>The full path; null if it does not exist.</returns>
    public static string? Native(string packages, string id, string? version, string runtime, string file)
    {
        var folder = Path.Combine(packages, id);
        if (!Directory.Exists(folder))
            return null;
        IEnumerable<string> versions = version is not null ? [version]
            : Directory.GetDirectories(folder).Select(one => Path.GetFileName(one)!).OrderByDescending(one => Version.TryParse(one, out var number) ? number : new Version());
        return versions.Select(one => Path.Combine(folder, one, "runtimes", runtime, "native", file)).FirstOrDefault(File.Exists);
    }
}
