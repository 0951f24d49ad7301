using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Language;

/// <summary>
/// Finds the XML documentation of a library: beside its assembly or, for .NET itself, in the SDK. The files are searched
/// and not loaded, because some are large (8 MB).
/// </summary>
internal static class DocumentationFiles
{
    /// <summary>The files that document the types of .NET assemblies that have no file of their own.</summary>
    private static readonly string[] shared = ["System.Runtime", "System.Collections", "System.Threading", "System.Memory", "System.Linq", "System.Runtime.Extensions"];
    private static readonly string? sdk = FindSdk();

    /// <summary>Returns the <c>member</c> element of a symbol; null if there is none.</summary>
    public static string? Find(ISymbol symbol)
    {
        var original = symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol.OriginalDefinition;
        if (original.GetDocumentationCommentId() is not { } id || original.ContainingAssembly is not { } assembly)
            return null;
        return Files(assembly.Name).Where(File.Exists).Select(file => Search(file, id)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Files(string assembly)
    {
        yield return Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml");
        if (sdk is null)
            yield break;
        yield return Path.Combine(sdk, $"{assembly}.xml");
        if (assembly.StartsWith("System.", StringComparison.Ordinal))
            foreach (var name in shared)
                yield return Path.Combine(sdk, $"{name}.xml");
    }

    private static string? Search(string file, string id)
    {
        var start = $"<member name=\"{id}\">";
        var found = File.ReadLines(file).SkipWhile(line => !line.Contains(start, StringComparison.Ordinal)).Take(200);
        List<string> lines = [];
        foreach (var line in found)
        {
            lines.Add(line.Trim());
            if (line.Contains("</member>", StringComparison.Ordinal))
                return string.Join('\n', lines);
        }
        return null;
    }

    /// <summary>Returns the folder of the newest reference pack of this .NET version; null if there is none.</summary>
    private static string? FindSdk()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(root))
            return null;
        var wanted = $"net{Environment.Version.Major}.0";
        return Directory.GetDirectories(root).Select(pack => Path.Combine(pack, "ref", wanted)).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault();
    }
}
