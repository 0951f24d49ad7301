using System.Text.Json;

namespace Notable.Cli.Publishing;

/// <summary>The files of this program that a published app needs.</summary>
internal static class ProgramFiles
{
    private const string Manifest = "notable-cli.deps.json";

    /// <summary>
    /// Packages that are omitted because only training or editors need them. TorchSharp's managed part is kept, because cells are compiled
    /// against it.
    /// </summary>
    private static readonly string[] notServed = ["libtorch-", "Microsoft.CodeAnalysis.CSharp.Workspaces/", "Microsoft.CodeAnalysis.Workspaces.Common/", "Humanizer.Core/"];
    private const string NativeNotServed = "TorchSharp";

    /// <summary>Returns their full paths.</summary>
    /// <exception cref="InvalidOperationException">The program is not installed as a folder of files.</exception>
    public static IReadOnlyList<string> List()
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, Manifest);
        if (!File.Exists(manifest))
            throw new InvalidOperationException($"{manifest}, which lists the files of this program, does not exist; build it with 'dotnet run environment/app.cs -- build'");
        var left = LeftOut(manifest);
        return [.. Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => IsNeeded(Path.GetFileName(file)) && !left.Contains(Path.GetFileName(file)))];
    }

    // Without its manifest the program uses all files in its folder. Symbols and documentation are only for developers.
    private static bool IsNeeded(string name) => name != Manifest && Path.GetExtension(name) is not (".pdb" or ".xml");

    private static HashSet<string> LeftOut(string manifest)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        HashSet<string> names = [];
        foreach (var target in json.RootElement.GetProperty("targets").EnumerateObject())
            foreach (var package in target.Value.EnumerateObject())
                foreach (var kind in Kinds(package.Name))
                    if (package.Value.TryGetProperty(kind, out var files))
                        names.UnionWith(files.EnumerateObject().Select(file => Path.GetFileName(file.Name)));
        return names;
    }

    private static string[] Kinds(string package) =>
        notServed.Any(name => package.StartsWith(name, StringComparison.Ordinal)) ? ["runtime", "native"]
        : package.StartsWith(NativeNotServed, StringComparison.Ordinal) ? ["native"]
        : [];
}
