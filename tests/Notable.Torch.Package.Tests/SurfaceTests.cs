using System.Reflection;
using Notable.Testing;
using TorchSharp;

namespace Notable.Torch.Package.Tests;

public class SurfaceTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>Code above the engine compiles against either: whoever extends namespace Notable.Torch extends Package/ too.</summary>
    [Fact]
    public void Under_the_package_there_is_all_that_there_is_without() =>
        Assert.Equal([], Surface(typeof(torch).Assembly).Except(Surface(typeof(SurfaceTests).Assembly)));

    private static IEnumerable<string> Surface(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => type.Namespace is "Notable.Torch" or "Notable.Torch.Files")
        .SelectMany(type => type.GetMembers(Own).Where(member => member is not Type).Append(type))
        .Select(Signatures.Of);
}
