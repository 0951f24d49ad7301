using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Scripting.Cells;

/// <summary>The assemblies that cells are compiled to.</summary>
internal static class CellAssemblies
{
    /// <summary>The prefix that the compiler gives the names of script assemblies.</summary>
    private const string ScriptPrefix = "ℛ*";

    /// <summary>The prefix of assemblies that contain the namespaces and extension members of cells.</summary>
    public const string LibraryPrefix = "Notable.Cells.";

    public static bool Contains(Assembly assembly) => assembly.GetName().Name is { } name
        && (name.StartsWith(ScriptPrefix, StringComparison.Ordinal) || name.StartsWith(LibraryPrefix, StringComparison.Ordinal));

    /// <summary>Whether a reference is to an assembly of namespaces and extension members.</summary>
    public static bool IsLibrary(MetadataReference reference) =>
        (reference as PortableExecutableReference)?.GetMetadata() is AssemblyMetadata metadata
        && metadata.GetModules()[0].Name.StartsWith(LibraryPrefix, StringComparison.Ordinal);
}
