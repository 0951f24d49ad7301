using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Language;

/// <summary>
/// Finds the XML documentation of a library: beside its assembly, or, for .NET itself, in the SDK. The files are searched
/// and not loaded: one of them has 8 MB.
/// </summary>
internal static class DocumentationFiles
{
    /// <summary>Where .NET documents the types whose assemblies have no file of their own.</summary>
    private static readonly string[] shared = ["System.Runtime", "System.Collections", "System.Threading", "System.Memory", "System.Linq", "System.Runtime.Extensions"];
    private static readonly string? sdk = FindSdk();

    /// <summary>The element <c>member</c> of a symbol; null where there is none.</summary>
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

    /// <summary>The newest reference pack of this .NET.</summary>
    private static string? FindSdk()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(root))
            return null;
        var wanted = $"net{Environment.Version.Major}.0";
        return Directory.GetDirectories(root).Select(pack => Path.Combine(pack, "ref", wanted)).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault();
    }
}
