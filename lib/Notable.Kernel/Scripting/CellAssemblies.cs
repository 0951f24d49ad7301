using System.Reflection;

namespace Notable.Kernel.Scripting;

/// <summary>The assemblies that cells are compiled to.</summary>
internal static class CellAssemblies
{
    /// <summary>What the compiler starts the names of scripts' assemblies with.</summary>
    private const string ScriptPrefix = "ℛ*";

    public static bool Contains(Assembly assembly) => assembly.GetName().Name is { } name && name.StartsWith(ScriptPrefix, StringComparison.Ordinal);
}
