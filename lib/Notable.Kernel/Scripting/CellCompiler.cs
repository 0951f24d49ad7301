using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Packages;
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

    /// <summary>What a text would be as the next piece of C#; it does not become part of the session.</summary>
    public Script<object> Peek(string code) => scripts.Continue(code, "");

    /// <summary>
    /// Compiles a cell; those that are compiled after it see what it declares, whether it has run or not.
    /// </summary>
    /// <exception cref="NotebookCompilationException">The cell has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CompiledCell Compile(NotebookCell cell, int index, int number, CancellationToken cancellationToken = default)
    {
        var before = scripts.Last;
        try
        {
            return new CompiledCell(index, number, cell, Parts(cell.Source, CompiledCell.PlaceOf(number), cancellationToken));
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
    internal List<CellPart> Parts(string source, string place, CancellationToken cancellationToken)
    {
        Sources.Add(place, source);
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

    /// <summary>Compiles the cells of another notebook, or a file of C#.</summary>
    /// <exception cref="CellErrorsException">It has errors, or is imported again and again.</exception>
    internal List<CellPart> Import(string path, CancellationToken cancellationToken)
    {
        if (++imports > MaxImports)
            throw new InvalidDataException($"more than {MaxImports} files are imported by one another; does one import itself?");
        try
        {
            if (Path.GetExtension(path) != ".ipynb")
                return Parts(File.ReadAllText(path).ReplaceLineEndings("\n"), path, cancellationToken);
            return
            [
                .. CompiledNotebook.CodeCells(Notebook.Open(path))
                    .SelectMany((entry, ordinal) => Parts(entry.Item.Source, $"{Path.GetFileName(path)} {CompiledCell.PlaceOf(ordinal + 1)}", cancellationToken)),
            ];
        }
        finally
        {
            imports--;
        }
    }

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

    private CellPart[] Script(string code, string place, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
            return [];
        var tree = ScriptCompiler.Parse(code, place);
        var unknown = CellDirectives.Check(tree);
        var (script, errors) = unknown.Count > 0 ? (null, unknown) : Compile(tree, cancellationToken);
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
}

/// <summary>A piece of C# as it was written, and what came of it.</summary>
internal sealed record ScriptText(string Code, Script Script);
