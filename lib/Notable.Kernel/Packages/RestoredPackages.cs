using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Packages;

/// <summary>A restored package.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The resolved version.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Assemblies">Its assemblies for this system, full paths.</param>
internal sealed record RestoredPackage(string Id, string Version, string Folder, IReadOnlyList<string> Assemblies)
{
    /// <summary>Whether a cell asked for it by name; otherwise it is a dependency.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>The result of <c>dotnet restore</c>, read from its <c>project.assets.json</c>.</summary>
internal sealed class RestoredPackages
{
    private RestoredPackages()
    {
    }

    /// <summary>The packages and their dependencies.</summary>
    public List<RestoredPackage> Packages { get; } = [];

    /// <summary>The folders with native libraries for this system.</summary>
    public HashSet<string> NativeFolders { get; } = [];

    /// <summary>NuGet's warnings about sources that failed but were not needed.</summary>
    public List<string> FailedSources { get; } = [];

    /// <summary>Reads the file. Returns null if a file that it names is missing, because the packages have been removed since.</summary>
    public static RestoredPackages? Read(string assetsFile)
    {
        var assets = JsonNode.Parse(File.ReadAllBytes(assetsFile))!;
        string[] folders = [.. assets["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        var found = new RestoredPackages();
        // The target with the system's identifier has the native libraries too.
        var target = assets["targets"]!.AsObject().First(one => one.Key.EndsWith(RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal)).Value!;
        foreach (var (name, library) in target.AsObject())
        {
            if ((string?)library!["type"] != "package")
                continue;
            var folder = (string)assets["libraries"]![name]!["path"]!;
            if (folders.Select(root => Path.Combine(root, folder)).FirstOrDefault(Directory.Exists) is not { } own)
                return null;
            List<string> assemblies = [];
            foreach (var file in Files(library["runtime"]))
                if (Find(folders, folder, file) is { } path)
                    assemblies.Add(path);
                else
                    return null;
            found.Packages.Add(new RestoredPackage(name.Split('/')[0], name.Split('/')[1], own, assemblies));
            foreach (var file in Files(library["native"]))
                if (Find(folders, folder, file) is { } path)
                    found.NativeFolders.Add(Path.GetDirectoryName(path)!);
                else
                    return null;
        }
        return found;
    }

    private static IEnumerable<string> Files(JsonNode? group) =>
        group is JsonObject files ? files.Select(file => file.Key).Where(file => Path.GetFileName(file) != "_._") : [];

    private static string? Find(string[] folders, string package, string file) =>
        folders.Select(folder => Path.Combine(folder, package, file)).FirstOrDefault(File.Exists);
}
