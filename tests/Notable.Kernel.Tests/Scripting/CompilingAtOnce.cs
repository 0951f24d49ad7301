using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notable.Kernel.Scripting;
using static Notable.Kernel.Tests.Cells;

namespace Notable.Kernel.Tests.Scripting;

/// <summary>Cells compiled while others are, a kernel's warm-up for one, agree on what a type is.</summary>
public sealed class CompilingAtOnce : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("notable-test-").FullName;

    [Fact]
    public void A_type_is_the_same_to_every_cell_of_a_notebook()
    {
        for (var round = 0; round < 15; round++)
        {
            var environment = ScriptEnvironment.Default.With(Libraries(round), []);
            var notebook = Notebook($"var thing = new Things{round}.Thing();", $"Takers{round}.Taker.Take(true ? thing : Takers{round}.Taker.Make())");
            Parallel.For(0, 4, _ => CompiledNotebook.Compile(notebook, environment));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Two assemblies that no other test refers to; one takes and makes what the other declares.</summary>
    private Assembly[] Libraries(int round)
    {
        var things = Library($"Things{round}", $"namespace Things{round} {{ public class Thing {{ }} }}");
        var takers = Library($"Takers{round}", $"namespace Takers{round} {{ using Things{round}; public static class Taker {{ public static int Take(Thing thing) => 1; public static Thing Make() => new(); }} }}", things.Location);
        return [things, takers];
    }

    private Assembly Library(string name, string code, params string[] references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var made = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)],
            [.. AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator).Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal)).Concat(references).Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(made.Success, string.Join("\n", made.Diagnostics));
        return Assembly.LoadFrom(path);
    }
}
