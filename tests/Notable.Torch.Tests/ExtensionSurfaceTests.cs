using System.Reflection;
using Notable.Testing;
using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>Our own public names, which the TorchSharp package does not have: they must stay under <c>-p:TorchPackage</c> too.</summary>
public class ExtensionSurfaceTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    [Fact]
    public void Only_what_is_approved_is_public()
    {
        var lines = typeof(torch).Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Notable.Torch", StringComparison.Ordinal))
            .SelectMany(type => type.IsEnum ? [type] : type.GetMembers(Own).Where(IsOurs).Prepend(type))
            .Select(member => Signatures.Of(member).Replace("TorchSharp.", "").Replace("Notable.Torch.", "")).Distinct().Order(StringComparer.Ordinal).ToList();
        Approved.Lines(lines, "tests", "Notable.Torch.Tests", "Approved", "NotableTorch.txt");
    }

    // Accessors are told with their properties, and what the compiler writes for a record is not told.
    private static bool IsOurs(MemberInfo member) => member is not (MethodInfo { IsSpecialName: true } or Type)
        && !member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));
}
