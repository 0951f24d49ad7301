using Microsoft.CodeAnalysis.Scripting;
using Notable.Kernel.Notebooks;

namespace Notable.Kernel.Scripting;

/// <summary>A code cell, compiled once for all who run it.</summary>
public sealed class CompiledCell
{
    private readonly Script<object> script;

    internal CompiledCell(int index, int number, NotebookCell cell, Script<object> script)
    {
        Index = index;
        Number = number;
        Cell = cell;
        this.script = script;
    }

    /// <summary>The cell's place among all cells of <see cref="CompiledNotebook.Notebook"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>The cell's number among the code cells, from 1: what messages call it.</summary>
    public int Number { get; }

    /// <summary>The cell itself.</summary>
    public NotebookCell Cell { get; }

    /// <summary>How errors name the cell, as <c>cell 3</c>; also the file name that the compiler knows it by.</summary>
    internal string Place => PlaceOf(Number);

    internal static string PlaceOf(int number) => $"cell {number}";

    /// <summary>
    /// Runs the cell after the state that the cells before it have left; what it throws is kept in the new state.
    /// </summary>
    internal Task<ScriptState<object>> RunAsync(ScriptState? before) => before is null
        ? script.RunAsync(globals: null, catchException: _ => true)
        : script.RunFromAsync(before, catchException: _ => true);
}
