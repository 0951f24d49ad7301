using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Notable.Learning;
using TorchSharp;

namespace Notable.Tests;

/// <summary>
/// TorchSharp hands numbers to libtorch as objects that the garbage collector may free while libtorch reads them, unless something holds them.
/// </summary>
public class NumbersHaveNames
{
    [Fact]
    public void No_number_is_handed_to_libtorch_without_a_name()
    {
        using var library = ModuleDefinition.ReadModule(typeof(torch).Assembly.Location);
        var careless = Careless([.. library.GetTypes().SelectMany(type => type.Methods).Where(method => method.DeclaringType.Name != nameof(Scalar))]);
        Assert.Contains(careless, name => name.Contains("Tensor::add_(TorchSharp.torch/Tensor)"));
        Assert.Empty(
            from ours in (Assembly[])[typeof(Learner).Assembly, typeof(Convolution).Assembly]
            from method in ModuleDefinition.ReadModule(ours.Location).GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            from instruction in method.Body.Instructions
            where instruction.Operand is MethodReference called
                && (careless.Contains(Name(called)) || (IsConversion(called) && instruction.Next.OpCode.Code is not (Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3 or Code.Stloc_S or Code.Stloc or Code.Stsfld)))
                && !(called.Name == "invoke" && method is { Name: "Step", DeclaringType.Name: "FusedAdam" })
            select $"{method.FullName} calls {((MethodReference)instruction.Operand).FullName}");
    }

    /// <summary>TorchSharp's methods that make a number of their own, or call one that does.</summary>
    private static HashSet<string> Careless(MethodDefinition[] methods)
    {
        var found = methods.Where(method => Calls(method).Any(IsConversion)).Select(Name).ToHashSet();
        while (methods.Where(method => !found.Contains(Name(method)) && Calls(method).Any(called => found.Contains(Name(called)))).ToArray() is { Length: > 0 } more)
            found.UnionWith(more.Select(Name));
        return found;
    }

    private static IEnumerable<MethodReference> Calls(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>() : [];

    private static bool IsConversion(MethodReference called) => called.ReturnType.FullName == typeof(Scalar).FullName
        && called.DeclaringType.FullName is "TorchSharp.Scalar" or "TorchSharp.ScalarExtensionMethods";

    private static string Name(MethodReference method) => method.GetElementMethod().FullName;
}
