using System.Reflection;

namespace Notable.Testing;

/// <summary>What an assembly shows the world, as lines of <see cref="Signatures"/>.</summary>
public static class PublicSurface
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>The public types of a namespace and their public members, sorted; namespaces are left out of the lines.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="space">The namespace, with those inside it.</param>
    public static List<string> Of(Assembly assembly, string space) =>
    [
        .. assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith(space, StringComparison.Ordinal))
            .SelectMany(type => type.IsEnum ? [type] : type.GetMembers(Own).Where(IsOurs).Prepend(type))
            .Select(member => Signatures.Of(member).Replace("TorchSharp.", "").Replace(space + ".", "")).Distinct().Order(StringComparer.Ordinal),
    ];

    // Accessors are told with their properties, and what the compiler writes for a record is not told.
    private static bool IsOurs(MemberInfo member) => member is not (MethodInfo { IsSpecialName: true } or Type)
        && !member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));
}
