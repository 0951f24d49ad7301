using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Display;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Libraries;
using Notable.Kernel.Scripting.Magics;

namespace Notable.Kernel.Scripting;

/// <summary>Compiles cells one after another, each seeing what those before it declare.</summary>
internal sealed class CellCompiler
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

    /// <summary>The folder that relative paths in cells start from.</summary>
    public string Folder { get; }

    /// <summary>Brings the packages that cells ask for.</summary>
    public PackageReferences Packages { get; } = new();

    /// <summary>The cells compiled so far.</summary>
    public CellSources Sources => scripts.Sources;

    /// <summary>The pieces of C# that are part of the session, for completion.</summary>
    public IReadOnlyList<ScriptText> Texts => texts;

    /// <summary>A text by itself, to be run beside the session.</summary>
    public Script<object> Alone(string code) => scripts.Alone(code);

    /// <summary>What a text would be as the next piece of C#; it does not become part of the session.</summary>
    public Script<object> Peek(string code) => scripts.Continue(code, "");

    /// <summary>
    /// Compiles a cell; those that are compiled after it see what it declares, whether it has run or not.
    /// </summary>
    /// <exception cref="NotebookCompilationException">The cell has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
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

    /// <summary>Forgets what was compiled after a piece that has run: it never will.</summary>
    public void ContinueFrom(Script? last)
    {
        scripts.Last = last;
        var kept = texts.FindLastIndex(text => text.Script == last) + 1;
        texts = texts.RemoveRange(kept, texts.Count - kept);
    }

    /// <summary>Compiles a text as the pieces of a cell.</summary>
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
            // What follows is timed as one.
            timed = added.OfType<TimedPart>().LastOrDefault() ?? timed;
        }
        return parts;
    }

    /// <summary>Declares a variable whose type is known when the cell runs; one that is there already stays.</summary>
    /// <exception cref="CellErrorsException">The name is none that C# takes.</exception>
    internal List<CellPart> Declare(string name, string place, CancellationToken cancellationToken) =>
        Script($"dynamic {name} = default;", place, cancellationToken);

    /// <summary>Compiles the cells of another notebook, or a file of C#.</summary>
    /// <exception cref="CellErrorsException">It has errors, or is imported again and again.</exception>
    internal List<CellPart> Import(string path, CancellationToken cancellationToken)
    {
        if (++imports > MaxImports)
            throw new InvalidDataException($"more than {MaxImports} files are imported by one another; does one import itself?");
        try
        {
            if (Path.GetExtension(path).ToLowerInvariant() is not (".ipynb" or ".dib"))
                return Parts(File.ReadAllText(path).ReplaceLineEndings("\n"), path, cancellationToken);
            return
            [
                .. CompiledNotebook.CodeCells(Notebook.Open(path))
                    .SelectMany((entry, ordinal) => Parts(SourceOf(entry.Item), $"{Path.GetFileName(path)} {CompiledCell.PlaceOf(ordinal + 1)}", cancellationToken)),
            ];
        }
        finally
        {
            imports--;
        }
    }

    /// <summary>A cell's text, behind the command for the kernel that it is written for, unless it starts with it.</summary>
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
        var tree = ScriptCompiler.Parse(code, place);
        var unknown = CellDirectives.Check(tree);
        if (unknown.Count > 0)
            throw new CellErrorsException(unknown);
        parts.AddRange(Packaged(tree, cancellationToken));
        var loads = HoistedDirectives.Loads(tree);
        // Directives are taken at the top only, but people write them where they need them; files and libraries may need them too.
        if (HoistedDirectives.Split(tree, all: loads.Count > 0 || LibrarySplit.IsNeeded(tree)) is { } split)
        {
            parts.AddRange(Piece(ScriptCompiler.Parse(split.Directives, place), split.Directives, cancellationToken));
            (code, tree) = (split.Code, ScriptCompiler.Parse(split.Code, place));
        }
        if (loads.Count > 0)
        {
            foreach (var load in loads)
                parts.AddRange(Load(load, place, cancellationToken));
            code = HoistedDirectives.WithoutLoads(tree);
            tree = ScriptCompiler.Parse(code, place);
        }
        if (LibrarySplit.Of(tree) is { } library)
        {
            if (scripts.CompileLibrary(library, place, cancellationToken) is { Count: > 0 } errors)
                throw new CellErrorsException(errors);
            // The usings of a file are its own.
            code = Path.IsPathRooted(place) && !library.HasScript ? "" : library.Script;
            tree = ScriptCompiler.Parse(code, place);
        }
        if (!string.IsNullOrWhiteSpace(code))
            parts.AddRange(Piece(tree, code, cancellationToken));
        return parts;
    }

    /// <summary>Compiles a file that <c>#load</c> names, in place of the directive.</summary>
    private List<CellPart> Load(LoadDirectiveTriviaSyntax directive, string place, CancellationToken cancellationToken)
    {
        var file = directive.File.ValueText;
        // As the compiler looks for it: beside the file that names it, then in the session's folder.
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
        // Every piece that later ones continue from costs each of them memory: one that leaves nothing to see is none of them.
        var declares = ScriptCompiler.Declares(script);
        if (declares)
        {
            scripts.Last = script;
            texts = texts.Add(new ScriptText(code, script));
        }
        return [new ScriptPart(script, declares)];
    }

    /// <summary>A package's script; one that does not compile costs a warning.</summary>
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

    /// <summary>Brings the packages that a text names, and runs the scripts that they bring.</summary>
    private List<CellPart> Packaged(SyntaxTree tree, CancellationToken cancellationToken)
    {
        try
        {
            PackageName[] packages = [.. from directive in HoistedDirectives.References(tree) where PackageName.Read(directive) is not null select PackageName.Read(directive)!];
            var added = packages.Length == 0 ? [] : Packages.Bring(packages, cancellationToken);
            foreach (var package in added.Where(one => packages.Any(named => named.Id.Equals(one.Id, StringComparison.OrdinalIgnoreCase))))
                DisplayTarget.InUse?.Write(OutputStream.Error, $"Installed {package.Id} {package.Version}\n");
            foreach (var sentence in Packages.Warnings)
                (DisplayTarget.InUse ?? ConsoleTarget.Standard).Write(OutputStream.Error, $"Warning: {sentence}\n");
            return [.. Polyglot.HostExtensions.Load(added).SelectMany(script => ImportExtension(script, cancellationToken))];
        }
        catch (PackageException missing)
        {
            throw new CellErrorsException([CellDirectives.AtPackage(tree, missing.Message)]);
        }
    }
}

/// <summary>A piece of C# as it was written, and what came of it.</summary>
internal sealed record ScriptText(string Code, Script Script);
