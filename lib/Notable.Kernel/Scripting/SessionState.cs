using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Notable.Kernel.Polyglot;

namespace Notable.Kernel.Scripting;

/// <summary>What the cells of one session have left behind: their variables, and the value of the last.</summary>
internal sealed class SessionState : IDisposable
{
    // Cells that were compiled ahead run without the compiler and .NET Interactive: their types may stand in signatures here, but not in code
    // that every session runs.
    private IDisposable? kernels;

    /// <summary>The variables; null where nothing has run yet.</summary>
    public ScriptState<object>? Script { get; set; }

    /// <summary>
    /// The variables of cells that were compiled ahead: an object for each piece, the first place for the globals, of which there are none.
    /// </summary>
    public object?[] Submissions { get; init; } = [];

    /// <summary>What the running cell's last piece is; null where it is nothing to show.</summary>
    public object? Value { get; set; }

    /// <summary>The kernels beside C#, made when they are asked for: a session whose cells were compiled beforehand seldom needs them.</summary>
    public CompositeKernel Kernels => (CompositeKernel)(kernels ??= SessionKernels.Create(this));

    public void Dispose() => kernels?.Dispose();

    /// <summary>The variables, newest last; of those with one name only the newest can be seen.</summary>
    public IEnumerable<ScriptVariable> Variables => Script?.Variables.Reverse().DistinctBy(variable => variable.Name).Reverse() ?? [];
}
