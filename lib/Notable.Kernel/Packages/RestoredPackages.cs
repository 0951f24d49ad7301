using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Packages;

/// <summary>What <c>dotnet restore</c> has decided and brought, read from its <c>project.assets.json</c>.</summary>
internal sealed class RestoredPackages
{
    private readonly Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);

    private RestoredPackages()
    {
    }

    /// <summary>The assemblies, full paths.</summary>
    public List<string> Assemblies { get; } = [];

    /// <summary>The folders with native libraries for this system.</summary>
    public HashSet<string> NativeFolders { get; } = [];

    /// <summary>The version that was chosen.</summary>
    public string VersionOf(string id) => versions.GetValueOrDefault(id, "");

    /// <summary>Null where a file is missing that it names: the packages were cleaned away.</summary>
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
            found.versions[name.Split('/')[0]] = name.Split('/')[1];
            var folder = (string)assets["libraries"]![name]!["path"]!;
            foreach (var file in Files(library["runtime"]))
                if (Find(folders, folder, file) is { } path)
                    found.Assemblies.Add(path);
                else
                    return null;
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
