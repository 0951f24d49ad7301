using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Scripting;

/// <summary>The assemblies that cells are compiled to.</summary>
internal static class CellAssemblies
{
    /// <summary>What the compiler starts the names of scripts' assemblies with.</summary>
    private const string ScriptPrefix = "ℛ*";

    /// <summary>What the names of the assemblies start with that hold namespaces and extension members of cells.</summary>
    public const string LibraryPrefix = "Notable.Cells.";

    public static bool Contains(Assembly assembly) => assembly.GetName().Name is { } name
        && (name.StartsWith(ScriptPrefix, StringComparison.Ordinal) || name.StartsWith(LibraryPrefix, StringComparison.Ordinal));

    /// <summary>Whether a reference is to one that holds namespaces and extension members.</summary>
    public static bool IsLibrary(MetadataReference reference) =>
        (reference as PortableExecutableReference)?.GetMetadata() is AssemblyMetadata metadata
        && metadata.GetModules()[0].Name.StartsWith(LibraryPrefix, StringComparison.Ordinal);
}
