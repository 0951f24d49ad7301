using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Libraries;

namespace Notable.Kernel.Scripting;

/// <summary>Compiles one piece of C# after another, each seeing what those before it declare.</summary>
internal sealed partial class ScriptCompiler
{
    private const string NoUsing = "a cell's variables outlive it, so it cannot declare one with using: write var and call Dispose(), or using (...) { }";
    private const string OwnAssembly = "(Namespaces, classes with extension members and the types beside them are compiled by themselves: they see no variables or types of other cells.)";
    private static readonly Lock binding = new();
    private static readonly CSharpParseOptions parse = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    private readonly ScriptOptions options;
    private readonly PackageReferences packages;
    private readonly bool isInterruptible;
    private readonly LibraryCompiler libraries;

    public ScriptCompiler(ScriptEnvironment environment, PackageReferences packages, string folder)
    {
        this.packages = packages;
        isInterruptible = environment.IsInterruptible;
        var references = isInterruptible ? [.. environment.References, typeof(Checkpoint).Assembly] : environment.References;
        options = ScriptOptions.Default
            .WithReferences(HostReferences.Framework.Concat(references.Select(HostReferences.Of)).Concat(environment.ReferenceNames.Select(HostReferences.Named).OfType<MetadataReference>()).Distinct())
            .AddImports(environment.Imports)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithMetadataResolver(new ReferenceResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder), packages))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            // Debug information is what maps a runtime error back to the cell's line.
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
        libraries = new LibraryCompiler(options.Imports, options.MetadataResolver, isInterruptible);
    }

    /// <summary>The newest piece; null where there is none.</summary>
    public Script? Last { get; set; }

    /// <summary>The texts compiled so far.</summary>
    public CellSources Sources { get; } = new();

    public static SyntaxTree Parse(string code, string place) => CSharpSyntaxTree.ParseText(code, parse, place);

    /// <summary>Compiles a piece, or says what is wrong with it.</summary>
    /// <exception cref="PackageException">A package that a file it loads refers to cannot be restored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public (Script<object>? Script, IReadOnlyList<CellDiagnostic> Errors) Compile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var code = tree.GetText(cancellationToken).ToString();
        var written = Continue(code, tree.FilePath);
        if (isInterruptible && Stoppable(written, code, tree.FilePath) is { } stoppable && Errors(stoppable).Length == 0)
            return (stoppable, []);
        var errors = Errors(written);
        if (errors.Any(IsOfInteractive) && packages.Imports.Count == 0)
        {
            // Not imported from the start: their names are also those of other libraries.
            packages.Imports = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];
            var (again, _) = Compile(tree, cancellationToken);
            if (again is not null)
                return (again, []);
            packages.Imports = [];
        }
        // As it was written: so that errors have the author's columns, and in case a checkpoint stands where none can.
        return errors.Length == 0 ? (written, []) : (null, [.. errors.Select(error => Describe(error, tree.FilePath, written.GetCompilation()))]);

        // Script.Compile would look for warnings too, which binds the whole piece once more.
        Diagnostic[] Errors(Script<object> script)
        {
            try
            {
                _ = script.CreateDelegate(cancellationToken);
                return [];
            }
            catch (CompilationErrorException broken)
            {
                return [.. broken.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)];
            }
        }
    }

    /// <summary>Compiles namespaces and extension members, or says what is wrong with them.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<CellDiagnostic> CompileLibrary(LibrarySplit split, string place, CancellationToken cancellationToken)
    {
        IEnumerable<MetadataReference> references = [.. options.MetadataReferences, .. packages.Assemblies];
        for (var before = Last; before is not null; before = before.Previous)
            references = references.Concat(before.GetCompilation().References.OfType<PortableExecutableReference>());
        // One of each name: scripts take the newest of several, other assemblies none.
        var known = libraries.References.ToHashSet();
        var distinct = references.Where(reference => !known.Contains(reference) && !CellAssemblies.IsLibrary(reference)).Distinct()
            .GroupBy(reference => Path.GetFileNameWithoutExtension(reference.Display) ?? "").Select(group => group.First());
        return [.. libraries.Add(split, place, distinct, cancellationToken).Select(error => Explain(Describe(error, place)))];
    }

    private static CellDiagnostic Explain(CellDiagnostic error) => error.Code is "CS0103" or "CS0246" or "CS0234"
        ? error with { Message = $"{error.Message} {OwnAssembly}" } : error;

    /// <summary>Whether a name is missing that cells for .NET Interactive use without importing it.</summary>
    private static bool IsOfInteractive(Diagnostic error) => error.Id is "CS0103" or "CS0246"
        && InteractiveName().IsMatch(error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan) ?? "");

    [GeneratedRegex("^(Kernel|KernelInvocationContext|CompositeKernel|Formatter|FormattedValue|HtmlFormatter|PlainTextFormatter|PocketView|PocketViewTags|LaTeXString|ScriptContent|PasswordString)\\b")]
    private static partial Regex InteractiveName();

    /// <summary>Whether a piece leaves later ones anything to see: a variable, a method, a type, an import, a reference.</summary>
    public static bool Declares(Script script)
    {
        var compilation = script.GetCompilation();
        return compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared)
            || compilation.SyntaxTrees.Select(tree => (CompilationUnitSyntax)tree.GetRoot()).Any(root =>
                root.Usings.Count > 0 || root.Externs.Count > 0 || root.GetReferenceDirectives().Count > 0 || root.GetLoadDirectives().Count > 0);
    }

    /// <summary>The piece with checkpoints; null where it needs none.</summary>
    private Script<object>? Stoppable(Script<object> written, string code, string place)
    {
        var compilation = written.GetCompilation();
        var text = CheckpointWriter.Write(compilation, compilation.SyntaxTrees.First(tree => tree.FilePath == place));
        return text == code ? null : Continue(text, place);
    }

    /// <summary>A text by itself, of which nothing is part of the session: running one that continues it would run its cells again.</summary>
    public Script<object> Alone(string code) => Bound(CSharpScript.Create<object>(code, options));

    /// <summary>What a text would be as the next piece.</summary>
    public Script<object> Continue(string code, string place)
    {
        var own = options.WithFilePath(place).AddReferences(packages.Assemblies).AddReferences(libraries.References).AddImports(packages.Imports);
        return Bound(Last is null ? CSharpScript.Create<object>(code, own) : Last.ContinueWith<object>(code, Beyond(Last, own)));
    }

    /// <summary>
    /// Binds a piece to its references, one piece at a time in the whole process. The compiler takes what an earlier compilation made of
    /// a reference, but two that start together make it twice, and a later cell may get the other one: its <c>string</c> is then not the same type.
    /// </summary>
    private static Script<object> Bound(Script<object> script)
    {
        lock (binding)
            _ = script.GetCompilation().Assembly;
        return script;
    }

    /// <summary>
    /// The options without what a piece has from those before it anyway. The compiler would keep it once more for every one of
    /// them (measured: the square of the number of cells, 190 MB at 400).
    /// </summary>
    private static ScriptOptions Beyond(Script? before, ScriptOptions own)
    {
        HashSet<MetadataReference> known = [];
        HashSet<string> imported = [];
        for (; before is not null; before = before.Previous)
        {
            known.UnionWith(before.Options.MetadataReferences);
            imported.UnionWith(before.Options.Imports);
        }
        return own.WithImports(own.Imports.Where(import => !imported.Contains(import))).WithReferences(own.MetadataReferences.Where(reference => !known.Contains(reference)));
    }

    /// <summary>Whether the compiler misses a semicolon where C# scripts have no <c>using var x = ...;</c>.</summary>
    private static bool IsUsingDeclaration(Diagnostic error, string line) => error.Id == "CS1002" && UsingDeclaration().IsMatch(line);

    [GeneratedRegex(@"^\s*(await\s+)?using\s+\w+\s+\w+\s*=")]
    private static partial Regex UsingDeclaration();

    private CellDiagnostic Describe(Diagnostic error, string place, Compilation? compilation = null)
    {
        var span = error.Location.GetMappedLineSpan();
        var path = span.IsValid && span.Path.Length > 0 ? span.Path : place;
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        var line = error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString()
            ?? Sources.Line(place, 1);
        var length = end.Line == start.Line ? end.Character - start.Character : line.Length - start.Character;
        var message = IsUsingDeclaration(error, line) ? NoUsing
            : error.GetMessage(CultureInfo.InvariantCulture) + (compilation is not null && NameSuggestions.For(compilation, error) is { } known ? $". Did you mean '{known}'?" : "");
        return new CellDiagnostic(
            error.Id, message, path, start.Line + 1, start.Character + 1, Math.Max(1, length), line);
    }
}
