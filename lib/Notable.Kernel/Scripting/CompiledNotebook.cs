using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Precompiled;

namespace Notable.Kernel.Scripting;

/// <summary>
/// A notebook whose code cells are compiled, once. Any number of <see cref="NotebookSession"/>s run it, each with variables
/// of its own; static members are shared by all. The compiled code stays loaded for the life of the process.
/// </summary>
public sealed partial class CompiledNotebook
{
    private CompiledNotebook(Notebook notebook, IReadOnlyList<CompiledCell> cells, CellSources sources)
    {
        Notebook = notebook;
        Cells = cells;
        Sources = sources;
        PrecompiledParts = cells.Sum(cell => cell.Parts.Count(part => part is LoadedPart));
        UsesKernels = cells.Any(cell => KernelWords().IsMatch(cell.Cell.Source));
    }

    /// <summary>The number of pieces that were compiled ahead and run without the compiler: all, or none.</summary>
    internal int PrecompiledParts { get; }

    /// <summary>Whether cells may ask for their kernel or its context: only then is there one, for it costs each visitor something.</summary>
    internal bool UsesKernels { get; }

    /// <summary>The notebook as it was compiled, injected parameters included.</summary>
    public Notebook Notebook { get; }

    /// <summary>The code cells in order; those without any code are left out.</summary>
    public IReadOnlyList<CompiledCell> Cells { get; }

    /// <summary>The text of the cells, for errors.</summary>
    internal CellSources Sources { get; }

    /// <summary>Compiles all code cells.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="environment">What every cell sees.</param>
    /// <param name="parameters">
    /// Values for the variables of the cell tagged <c>parameters</c>; see <see cref="Parameters"/>.
    /// </param>
    /// <exception cref="NotebookCompilationException">A cell does not compile.</exception>
    /// <exception cref="ParameterException">A parameter is unknown or its value is of another type.</exception>
    public static CompiledNotebook Compile(
        Notebook notebook, ScriptEnvironment environment, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(environment);
        var effective = notebook.Copy();
        if (parameters is { Count: > 0 })
            Parameters.Inject(effective, parameters, environment);
        return CompileAll(effective, environment);
    }

    /// <summary>Compiles the cells of this very notebook.</summary>
    internal static CompiledNotebook CompileAll(Notebook notebook, ScriptEnvironment environment)
    {
        var compiler = new CellCompiler(environment);
        var cells = CodeCells(notebook).Select((entry, ordinal) => Compile(compiler, entry.Item, entry.Index, ordinal + 1));
        return new CompiledNotebook(notebook, [.. cells], compiler.Sources);
    }

    /// <summary>Compiles a cell. The errors of one that may fail are thrown when its turn comes, as Python does with a cell it cannot parse.</summary>
    private static CompiledCell Compile(CellCompiler compiler, NotebookCell cell, int index, int number)
    {
        try
        {
            return compiler.Compile(cell, index, number);
        }
        catch (NotebookCompilationException broken) when (MayFail(cell))
        {
            return new CompiledCell(index, number, cell, [new ActionPart(_ => throw broken)]);
        }
    }

    /// <summary>Returns a notebook whose cells are compiled already.</summary>
    internal static CompiledNotebook Of(Notebook notebook, IReadOnlyList<CompiledCell> cells, CellSources sources) => new(notebook, cells, sources);

    private const string SkipExecution = "skip-execution", RaisesException = "raises-exception";

    /// <summary>Whether the run goes on if the cell fails.</summary>
    internal static bool MayFail(NotebookCell cell) => cell.Tags.Contains(RaisesException);

    /// <summary>The cells with code to run, with their places; those tagged <c>skip-execution</c> are left out.</summary>
    internal static IEnumerable<(int Index, NotebookCell Item)> CodeCells(Notebook notebook) =>
        notebook.Cells.Index().Where(entry => entry.Item.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(entry.Item.Source)
            && !entry.Item.Tags.Contains(SkipExecution));

    [GeneratedRegex(@"\bKernel|\bInteractive\b|\bJavascript\(|\bCSS\(|\bGet(Input|Inputs|Password)Async\(|#r |#load |#!import ")]
    private static partial Regex KernelWords();
}
