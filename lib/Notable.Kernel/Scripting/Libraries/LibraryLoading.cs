using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Scripting.Libraries;

/// <summary>Loads the libraries of cells, each version in its own load context, and resolves them for scripts.</summary>
internal static class LibraryLoading
{
    private static readonly ConcurrentDictionary<string, Assembly> loaded = [];

    static LibraryLoading() => AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => loaded.GetValueOrDefault(wanted.Name);

    /// <summary>Loads an assembly.</summary>
    /// <param name="name">Its simple name.</param>
    /// <param name="image">Its bytes.</param>
    /// <param name="references">The assemblies that it was compiled against.</param>
    public static void Load(string name, byte[] image, IEnumerable<MetadataReference> references)
    {
        var paths = references.OfType<PortableExecutableReference>().Where(reference => reference.FilePath is not null)
            .GroupBy(reference => Path.GetFileNameWithoutExtension(reference.FilePath!)).ToDictionary(files => files.Key, files => files.Last().FilePath!);
        var context = new AssemblyLoadContext(name);
        context.Resolving += (_, wanted) => Find(wanted, paths);
        var assembly = context.LoadFromStream(new MemoryStream(image));
        loaded[assembly.FullName!] = assembly;
    }

    /// <summary>Returns the assembly that scripts have loaded, so that both use the same types; otherwise loads the file.</summary>
    private static Assembly? Find(AssemblyName wanted, Dictionary<string, string> paths) =>
        loaded.GetValueOrDefault(wanted.FullName)
        ?? AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(assembly => !assembly.IsDynamic && assembly.FullName == wanted.FullName)
        ?? (wanted.Name is { } name && paths.TryGetValue(name, out var path) ? AssemblyLoadContext.Default.LoadFromAssemblyPath(path) : null);
}
