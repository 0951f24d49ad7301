using Microsoft.CodeAnalysis.Scripting;

namespace Notable.Kernel.Scripting.Cells;

/// <summary>The state of a session: the variables of its cells, and the value of the last one.</summary>
internal sealed class SessionState : IDisposable
{
    // Precompiled cells run without the compiler and .NET Interactive: types of these may appear in signatures here, but not in code
    // that every session runs.

    /// <summary>The variables; null if nothing has run yet.</summary>
    public ScriptState<object>? Script { get; set; }

    /// <summary>The variables of precompiled cells: one object per piece, after an unused element for the globals.</summary>
    public object?[] Submissions { get; init; } = [];

    /// <summary>The value of the running cell's last piece; null if it has none.</summary>
    public object? Value { get; set; }

    /// <summary>The session's kernels; null until code asks for them. Disposed of with the session.</summary>
    public IDisposable? Kernels { get; set; }

    public void Dispose() => Kernels?.Dispose();

    /// <summary>The variables, newest last. Of several with the same name, only the newest is included.</summary>
    public IEnumerable<ScriptVariable> Variables => Script?.Variables.Reverse().DistinctBy(variable => variable.Name).Reverse() ?? [];
}
