using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Interrupting.Checkpoints;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Libraries;

namespace Notable.Kernel.Scripting.Compiling;

/// <summary>Compiles pieces of C# one after another. Each sees the declarations of the pieces before it.</summary>
internal sealed partial class ScriptCompiler
{
    private const string NoUsing = "a cell's variables outlive it, so it cannot declare one with using: write var and call Dispose(), or using (...) { }";
    private const string OwnAssembly = "(Namespaces, classes with extension members and the types beside them are compiled separately: they cannot use variables or types of other cells.)";
    private static readonly Lock binding = new();
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
            // Debug information maps a runtime error to the cell's line.
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
        libraries = new LibraryCompiler(options.Imports, options.MetadataResolver, isInterruptible);
    }

    /// <summary>The last piece; null if there is none.</summary>
    public Script? Last { get; set; }

    /// <summary>The texts compiled so far.</summary>
    public CellSources Sources { get; } = new();

    /// <summary>Compiles a piece, or returns its errors.</summary>
    /// <exception cref="PackageException">A package that a file it loads refers to cannot be restored.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public (Script<object>? Script, IReadOnlyList<CellDiagnostic> Errors) Compile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var code = tree.GetText(cancellationToken).ToString();
        var written = Continue(code, tree.FilePath);
        if (isInterruptible && Stoppable(written, code, tree.FilePath) is { } stoppable && Errors(stoppable).Length == 0)
            return (stoppable, []);
        var errors = Errors(written);
        if (errors.Any(IsOfInteractive) && packages.Imports.Count == 0)
        {
            // Not imported from the start, because their names clash with those of other libraries.
            packages.Imports = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];
            var (again, _) = Compile(tree, cancellationToken);
            if (again is not null)
                return (again, []);
            packages.Imports = [];
        }
        // Without checkpoints: errors then have the author's columns, and a checkpoint may have been put where none is allowed.
        return errors.Length == 0 ? (written, []) : (null, [.. errors.Select(error => Describe(error, tree.FilePath, written.GetCompilation()))]);

        // Script.Compile would also look for warnings, which binds the whole piece again.
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

    /// <summary>Compiles namespaces and extension members, and returns their errors.</summary>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public IReadOnlyList<CellDiagnostic> CompileLibrary(LibrarySplit split, string place, CancellationToken cancellationToken)
    {
        IEnumerable<MetadataReference> references = [.. options.MetadataReferences, .. packages.Assemblies];
        for (var before = Last; before is not null; before = before.Previous)
            references = references.Concat(before.GetCompilation().References.OfType<PortableExecutableReference>());
        // One of each name: scripts accept several versions of an assembly and use the newest, other compilations do not.
        var known = libraries.References.ToHashSet();
        var distinct = references.Where(reference => !known.Contains(reference) && !CellAssemblies.IsLibrary(reference)).Distinct()
            .GroupBy(reference => Path.GetFileNameWithoutExtension(reference.Display) ?? "").Select(group => group.First());
        return [.. libraries.Add(split, place, distinct, cancellationToken).Select(error => Explain(Describe(error, place)))];
    }

    private static CellDiagnostic Explain(CellDiagnostic error) => error.Code is "CS0103" or "CS0246" or "CS0234"
        ? error with { Message = $"{error.Message} {OwnAssembly}" } : error;

    /// <summary>Whether the missing name is one that .NET Interactive imports into every cell.</summary>
    private static bool IsOfInteractive(Diagnostic error) => error.Id is "CS0103" or "CS0246"
        && InteractiveName().IsMatch(error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan) ?? "");

    [GeneratedRegex("^(Kernel|KernelInvocationContext|CompositeKernel|Formatter|FormattedValue|HtmlFormatter|PlainTextFormatter|PocketView|PocketViewTags|LaTeXString|ScriptContent|PasswordString)\\b")]
    private static partial Regex InteractiveName();

    /// <summary>Whether a piece declares anything that later pieces can use: a variable, method, type, import or reference.</summary>
    public static bool Declares(Script script)
    {
        var compilation = script.GetCompilation();
        return compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared)
            || compilation.SyntaxTrees.Select(tree => (CompilationUnitSyntax)tree.GetRoot()).Any(root =>
                root.Usings.Count > 0 || root.Externs.Count > 0 || root.GetReferenceDirectives().Count > 0 || root.GetLoadDirectives().Count > 0);
    }

    /// <summary>Returns the piece with checkpoints; null if it needs none.</summary>
    private Script<object>? Stoppable(Script<object> written, string code, string place)
    {
        var compilation = written.GetCompilation();
        var text = CheckpointWriter.Write(compilation, compilation.SyntaxTrees.First(tree => tree.FilePath == place));
        return text == code ? null : Continue(text, place);
    }

    /// <summary>Compiles a text that is independent of the session. Running a script that continues the session would run its cells again.</summary>
    public Script<object> Alone(string code) => Bound(CSharpScript.Create<object>(code, options));

    /// <summary>Compiles a text as the next piece.</summary>
    public Script<object> Continue(string code, string place)
    {
        var own = options.WithFilePath(place).AddReferences(packages.Assemblies).AddReferences(libraries.References).AddImports(packages.Imports);
        return Bound(Last is null ? CSharpScript.Create<object>(code, own) : Last.ContinueWith<object>(code, Beyond(Last, own)));
    }

    /// <summary>
    /// Binds a piece to its references, one piece at a time in the whole process. The compiler reuses the symbols that an earlier compilation
    /// created for a reference, but two that start together create them twice. A later cell may get the other ones: its <c>string</c> is then a
    /// different type.
    /// </summary>
    private static Script<object> Bound(Script<object> script)
    {
        lock (binding)
            _ = script.GetCompilation().Assembly;
        return script;
    }

    /// <summary>
    /// Returns the options without the references and imports of earlier pieces. The compiler would store these again for each piece
    /// (measured: grows with the square of the number of cells, 190 MB at 400).
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

    /// <summary>Whether the error is a missing semicolon at <c>using var x = ...;</c>, which C# scripts do not support.</summary>
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
