using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Display;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;
using Notable.Kernel.Scripting.Libraries;
using Notable.Kernel.Scripting.Magics;

namespace Notable.Kernel.Scripting.Compiling;

/// <summary>Compiles cells one after another. Each sees the declarations of the cells before it.</summary>
internal sealed class CellCompiler : ICellCompiler
{
    private const int MaxImports = 20;
    private readonly ScriptCompiler scripts;
    private ImmutableList<ScriptText> texts = [];
    private int imports;

    public CellCompiler(ScriptEnvironment environment)
    {
        Folder = environment.WorkingDirectory is { } given ? Path.GetFullPath(given) : Directory.GetCurrentDirectory();
        scripts = new ScriptCompiler(environment, Packages, Folder);
    }

    public string Folder { get; }

    public PackageReferences Packages { get; } = new();

    public CellSources Sources => scripts.Sources;

    /// <summary>The pieces of C# that are part of the session, for completion.</summary>
    public IReadOnlyList<ScriptText> Texts => texts;

    /// <summary>Compiles a text that is independent of the session.</summary>
    public Script<object> Alone(string code) => scripts.Alone(code);

    /// <summary>Compiles a text as the next piece of C# without adding it to the session.</summary>
    public Script<object> Peek(string code) => scripts.Continue(code, "");

    /// <summary>Compiles a cell. Cells compiled later see its declarations, even if it has not run.</summary>
    /// <exception cref="NotebookCompilationException">The cell has errors.</exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public CompiledCell Compile(NotebookCell cell, int index, int number, CancellationToken cancellationToken = default, string? whole = null, string? place = null)
    {
        var before = scripts.Last;
        try
        {
            return new CompiledCell(index, number, cell, Parts(SourceOf(cell), place ?? CompiledCell.PlaceOf(number), cancellationToken, whole));
        }
        catch (CellErrorsException broken)
        {
            ContinueFrom(before);
            throw new NotebookCompilationException(index, number, broken.Errors);
        }
    }

    /// <summary>Discards all pieces that were compiled after <paramref name="last"/>: they will not run, and the next cell continues from it.</summary>
    public void ContinueFrom(Script? last)
    {
        scripts.Last = last;
        var kept = texts.FindLastIndex(text => text.Script == last) + 1;
        texts = texts.RemoveRange(kept, texts.Count - kept);
    }

    /// <summary>Compiles a text to the pieces of a cell.</summary>
    /// <exception cref="CellErrorsException">It has errors.</exception>
    internal List<CellPart> Parts(string source, string place, CancellationToken cancellationToken, string? whole = null)
    {
        Sources.Add(place, whole ?? source);
        Packages.Cancellation = cancellationToken;
        List<CellPart> parts = [];
        TimedPart? timed = null;
        foreach (var section in CellSection.Split(source))
        {
            var added = section.Magic is { } magic
                ? magic.Compile(section, new MagicContext(this, place, cancellationToken))
                : Script(section.Text, place, cancellationToken);
            (timed?.Parts ?? parts).AddRange(added);
            // #!time measures the rest of the cell as a whole.
            timed = added.OfType<TimedPart>().LastOrDefault() ?? timed;
        }
        return parts;
    }

    public List<CellPart> Declare(string name, string place, CancellationToken cancellationToken) =>
        Script($"dynamic {name} = default;", place, cancellationToken);

    public List<CellPart> Import(string path, CancellationToken cancellationToken)
    {
        if (++imports > MaxImports)
            throw new InvalidDataException($"more than {MaxImports} files import each other; does one import itself?");
        try
        {
            if (Path.GetExtension(path).ToLowerInvariant() is not (".ipynb" or ".dib"))
                return Parts(File.ReadAllText(path).ReplaceLineEndings("\n"), path, cancellationToken);
            return
            [
                .. Notebook.Open(path).CodeCells()
                    .SelectMany((entry, ordinal) => Parts(SourceOf(entry.Item), $"{Path.GetFileName(path)} {CompiledCell.PlaceOf(ordinal + 1)}", cancellationToken)),
            ];
        }
        finally
        {
            imports--;
        }
    }

    /// <summary>Returns a cell's text, preceded by the command that selects its kernel unless the text starts with it.</summary>
    private static string SourceOf(NotebookCell cell) =>
        cell.KernelName is { } kernel && !cell.Source.TrimStart().StartsWith($"#!{kernel}", StringComparison.Ordinal) ? $"#!{kernel}\n{cell.Source}" : cell.Source;

    private (Script<object>? Script, IReadOnlyList<CellDiagnostic> Errors) Compile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        try
        {
            return scripts.Compile(tree, cancellationToken);
        }
        catch (PackageException missing)
        {
            return (null, [CellDirectives.AtPackage(tree, missing.Message)]);
        }
    }

    private List<CellPart> Script(string code, string place, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
            return [];
        List<CellPart> parts = [];
        var tree = ScriptSyntax.Parse(code, place);
        var unknown = CellDirectives.Check(tree);
        if (unknown.Count > 0)
            throw new CellErrorsException(unknown);
        parts.AddRange(Packaged(tree, cancellationToken));
        var loads = HoistedDirectives.Loads(tree);
        // The compiler accepts directives only at the top, but people write them where they need them. Files and libraries may need them too.
        if (HoistedDirectives.Split(tree, all: loads.Count > 0 || LibrarySplit.IsNeeded(tree)) is { } split)
        {
            parts.AddRange(Piece(ScriptSyntax.Parse(split.Directives, place), split.Directives, cancellationToken));
            (code, tree) = (split.Code, ScriptSyntax.Parse(split.Code, place));
        }
        if (loads.Count > 0)
        {
            foreach (var load in loads)
                parts.AddRange(Load(load, place, cancellationToken));
            code = HoistedDirectives.WithoutLoads(tree);
            tree = ScriptSyntax.Parse(code, place);
        }
        if (LibrarySplit.Of(tree) is { } library)
        {
            if (scripts.CompileLibrary(library, place, cancellationToken) is { Count: > 0 } errors)
                throw new CellErrorsException(errors);
            // The usings of a file apply to that file only.
            code = Path.IsPathRooted(place) && !library.HasScript ? "" : library.Script;
            tree = ScriptSyntax.Parse(code, place);
        }
        if (!string.IsNullOrWhiteSpace(code))
            parts.AddRange(Piece(tree, code, cancellationToken));
        return parts;
    }

    /// <summary>Compiles the file that a <c>#load</c> directive names.</summary>
    private List<CellPart> Load(LoadDirectiveTriviaSyntax directive, string place, CancellationToken cancellationToken)
    {
        var file = directive.File.ValueText;
        // Searched as the compiler does: beside the file with the directive, then in the session's folder.
        var beside = Path.IsPathRooted(place) ? Path.GetFullPath(file, Path.GetDirectoryName(place)!) : null;
        var path = File.Exists(beside) ? beside : Path.GetFullPath(file, Folder);
        try
        {
            return Import(path, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CellErrorsException([CellDirectives.At(directive, $"{file} cannot be loaded: {broken.Message}")]);
        }
    }

    private CellPart[] Piece(SyntaxTree tree, string code, CancellationToken cancellationToken)
    {
        var (script, errors) = Compile(tree, cancellationToken);
        if (script is null)
            throw new CellErrorsException(errors);
        // Each piece in the chain costs every later piece memory, so a piece that declares nothing is left out of it.
        var declares = ScriptCompiler.Declares(script);
        if (declares)
        {
            scripts.Last = script;
            texts = texts.Add(new ScriptText(code, script));
        }
        return [new ScriptPart(script, declares)];
    }

    /// <summary>Compiles a package's script. If it has errors, a warning is shown instead.</summary>
    private List<CellPart> ImportExtension(string script, CancellationToken cancellationToken)
    {
        try
        {
            return Import(script, cancellationToken);
        }
        catch (CellErrorsException errors)
        {
            (DisplayTarget.InUse ?? ConsoleTarget.Standard).Write(OutputStream.Error, $"Warning: The extension script {script} failed: {errors.Errors[0].Message}\n");
            return [];
        }
    }

    /// <summary>Restores the packages that a text names, and compiles their extension scripts.</summary>
    private List<CellPart> Packaged(SyntaxTree tree, CancellationToken cancellationToken)
    {
        try
        {
            PackageName[] packages = [.. from directive in HoistedDirectives.References(tree) where PackageName.Read(directive) is not null select PackageName.Read(directive)!];
            var added = packages.Length == 0 ? [] : Packages.Bring(packages, cancellationToken);
            foreach (var package in added.Where(package => package.IsNamed))
                DisplayTarget.InUse?.Write(OutputStream.Error, $"Installed {package.Id} {package.Version}\n");
            foreach (var sentence in Packages.Warnings)
                (DisplayTarget.InUse ?? ConsoleTarget.Standard).Write(OutputStream.Error, $"Warning: {sentence}\n");
            return [.. HostExtensions.Load(added).SelectMany(script => ImportExtension(script, cancellationToken))];
        }
        catch (PackageException missing)
        {
            throw new CellErrorsException([CellDirectives.AtPackage(tree, missing.Message)]);
        }
    }
}

/// <summary>A piece of C# as it was written, and its compiled script.</summary>
internal sealed record ScriptText(string Code, Script Script);
