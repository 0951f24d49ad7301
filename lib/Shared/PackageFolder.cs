using System.Reflection;

namespace Notable.Shared;

/// <summary>
/// The layout of NuGet's folder of packages, in which other hosts of notebooks leave everything where it was restored. There a native
/// library lies in a package of its own, and a system's older library of the same name is found before it.
/// </summary>
internal static class PackageFolder
{
    /// <summary>The folder of all packages, if an assembly was loaded from <c>ID/VERSION/lib/FRAMEWORK</c> in it; else null.</summary>
    public static string? Above(Assembly assembly)
    {
        var framework = Path.GetDirectoryName(assembly.Location);
        var lib = Path.GetDirectoryName(framework);
        return Path.GetFileName(lib) == "lib" && Path.GetDirectoryName(lib) is { } version
            && Directory.GetParent(version)?.Parent is { } packages ? packages.FullName : null;
    }

    /// <summary>A native library in a package.</summary>
    /// <param name="packages">The folder of all packages.</param>
    /// <param name="id">The package's name, in lower case.</param>
    /// <param name="version">Its version; the newest that is there if null.</param>
    /// <param name="runtime">The system, as <c>linux-x64</c>.</param>
    /// <param name="file">The library's file name.</param>
    /// <returns>The full path; null if it is not there.</returns>
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
