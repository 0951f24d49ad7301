using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Notable.Kernel.Interrupting.Checkpoints;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Libraries;

/// <summary>Compiles the namespaces and extension members of cells and files to separate assemblies, which later pieces refer to.</summary>
/// <param name="imports">The namespaces and types that every cell imports.</param>
/// <param name="resolver">Finds the assemblies that others depend on.</param>
/// <param name="isInterruptible">Whether calls and loops get checkpoints, where they can be stopped.</param>
internal sealed class LibraryCompiler(IReadOnlyList<string> imports, MetadataReferenceResolver resolver, bool isInterruptible)
{
    private static readonly CSharpParseOptions parse = new(LanguageVersion.Latest);
    private static int count;
    private readonly List<Library> libraries = [];

    /// <summary>The assemblies compiled so far.</summary>
    public IEnumerable<MetadataReference> References => libraries.Select(library => library.Reference);

    /// <summary>Compiles a library and loads it.</summary>
    /// <param name="split">Its text, and the names of its types.</param>
    /// <param name="place">The name that errors use for the text.</param>
    /// <param name="references">The assemblies that it may use.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    /// <returns>Its errors; empty if there are none.</returns>
    public IReadOnlyList<Diagnostic> Add(LibrarySplit split, string place, IEnumerable<MetadataReference> references, CancellationToken cancellationToken)
    {
        // A cell that is run again declares its types again. The new assembly has the same name and a higher version, and replaces the old one.
        var earlier = libraries.FindLastIndex(library => library.Names.Overlaps(split.Names));
        var name = earlier < 0 ? $"{CellAssemblies.LibraryPrefix}{Interlocked.Increment(ref count)}" : libraries[earlier].Name;
        var version = new Version(1, 0, 0, earlier < 0 ? 0 : libraries[earlier].Version.Revision + 1);
        var seen = references.Concat(libraries.Where((_, index) => index != earlier).Select(library => library.Reference)).ToArray();
        var written = Compile(name, version, split.Library, place, seen);
        var open = Compile(name, version, PublicTypes.Write(Parse(split.Library, place)), place, seen);
        if (Errors(open, cancellationToken) is { Count: > 0 } errors)
            // Errors of the text as written have the author's columns.
            return Errors(written, cancellationToken) is { Count: > 0 } own ? own : errors;
        if (isInterruptible && Stoppable(open) is { } text && Compile(name, version, text, place, seen) is var stoppable && Errors(stoppable, cancellationToken).Count == 0)
            open = stoppable;
        using var image = new MemoryStream();
        var emitted = open.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellationToken);
        if (!emitted.Success)
            return [.. emitted.Diagnostics.Where(IsError)];
        var bytes = image.ToArray();
        LibraryLoading.Load(name, bytes, seen);
        var compiled = new Library(name, version, [.. split.Names], AssemblyMetadata.CreateFromImage(bytes).GetReference());
        if (earlier >= 0)
            libraries.RemoveAt(earlier);
        libraries.Add(compiled);
        return [];
    }

    private CSharpCompilation Compile(string name, Version version, string text, string place, IEnumerable<MetadataReference> references)
    {
        var common = $"{string.Concat(imports.Select(import => $"global using {(IsType(import, references) ? "static " : "")}{import};\n"))}[assembly: System.Reflection.AssemblyVersion(\"{version}\")]";
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, metadataReferenceResolver: resolver);
        return CSharpCompilation.Create(name, [Parse(text, place), Parse(common, "")], references, options);
    }

    /// <summary>Returns whether an import is a type: scripts import types and namespaces in the same way.</summary>
    private bool IsType(string import, IEnumerable<MetadataReference> references) =>
        (names ??= CSharpCompilation.Create("names", references: references)).GetTypeByMetadataName(import) is not null;

    private CSharpCompilation? names;

    private static SyntaxTree Parse(string text, string place) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), parse, place);

    private static string? Stoppable(CSharpCompilation library)
    {
        var tree = library.SyntaxTrees[0];
        var text = CheckpointWriter.Write(library, tree);
        return text == tree.GetText().ToString() ? null : text;
    }

    private static List<Diagnostic> Errors(CSharpCompilation library, CancellationToken cancellationToken) => [.. library.GetDiagnostics(cancellationToken).Where(IsError)];

    private static bool IsError(Diagnostic one) => one.Severity == DiagnosticSeverity.Error;

    private sealed record Library(string Name, Version Version, HashSet<string> Names, MetadataReference Reference);
}
