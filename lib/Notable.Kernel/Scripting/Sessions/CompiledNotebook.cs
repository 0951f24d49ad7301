using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Compiling;

namespace Notable.Kernel.Scripting;

/// <summary>
/// A notebook with compiled code cells. Any number of <see cref="NotebookSession"/>s can run it, each with its own variables;
/// static members are shared. The compiled code stays loaded until the process ends.
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

    /// <summary>The number of precompiled pieces, which run without the compiler: all of the notebook's pieces, or 0.</summary>
    internal int PrecompiledParts { get; }

    /// <summary>
    /// Whether cells may ask for their kernel or its context. Kernels are created only then, because they cost memory for each visitor.
    /// </summary>
    internal bool UsesKernels { get; }

    /// <summary>The notebook that was compiled, including injected parameters.</summary>
    public Notebook Notebook { get; }

    /// <summary>The code cells in order, without empty ones.</summary>
    public IReadOnlyList<CompiledCell> Cells { get; }

    /// <summary>The text of the cells, for errors.</summary>
    internal CellSources Sources { get; }

    /// <summary>Compiles all code cells.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="environment">The references and imports of the cells.</param>
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

    /// <summary>Compiles the cells of the notebook itself, not of a copy.</summary>
    internal static CompiledNotebook CompileAll(Notebook notebook, ScriptEnvironment environment)
    {
        var compiler = new CellCompiler(environment);
        var cells = notebook.CodeCells().Select((entry, ordinal) => Compile(compiler, entry.Item, entry.Index, ordinal + 1));
        return new CompiledNotebook(notebook, [.. cells], compiler.Sources);
    }

    /// <summary>
    /// Compiles a cell. The errors of a cell that may fail are thrown when it runs, as Jupyter does for a Python cell with a syntax error.
    /// </summary>
    private static CompiledCell Compile(CellCompiler compiler, NotebookCell cell, int index, int number)
    {
        try
        {
            return compiler.Compile(cell, index, number);
        }
        catch (NotebookCompilationException broken) when (cell.MayFail)
        {
            return new CompiledCell(index, number, cell, [new ActionPart(_ => throw broken)]);
        }
    }

    /// <summary>Creates a notebook from compiled cells.</summary>
    internal static CompiledNotebook Of(Notebook notebook, IReadOnlyList<CompiledCell> cells, CellSources sources) => new(notebook, cells, sources);

    [GeneratedRegex(@"\bKernel|\bInteractive\b|\bJavascript\(|\bCSS\(|\bGet(Input|Inputs|Password)Async\(|#r |#load |#!import ")]
    private static partial Regex KernelWords();
}
