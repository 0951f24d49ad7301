using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.Scripting;

namespace Notable.Kernel.Scripting.Cells;

/// <summary>A compiled piece of a cell: C# or a magic command.</summary>
internal abstract class CellPart
{
    /// <summary>Runs the piece in a session. Exceptions of its code propagate; the session keeps what was declared before them.</summary>
    public abstract Task RunAsync(SessionState session);
}

/// <summary>A piece of C#.</summary>
/// <param name="script">The compiled script.</param>
/// <param name="declares">Whether it declares anything, so that later pieces continue from it.</param>
internal sealed class ScriptPart(Script<object> script, bool declares) : CellPart
{
    /// <summary>The compiled script.</summary>
    public Script<object> Script => script;

    public override async Task RunAsync(SessionState session)
    {
        var ended = session.Script is null
            ? await script.RunAsync(globals: null, catchException: _ => true).ConfigureAwait(false)
            : await script.RunFromAsync(session.Script, catchException: _ => true).ConfigureAwait(false);
        if (declares)
            session.Script = ended;
        if (ended.Exception is { } thrown)
            ExceptionDispatchInfo.Throw(thrown);
        session.Value = ended.ReturnValue;
    }
}

/// <summary>A magic command.</summary>
internal sealed class ActionPart(Action<SessionState> action) : CellPart
{
    public override Task RunAsync(SessionState session)
    {
        session.Value = null;
        action(session);
        return Task.CompletedTask;
    }
}

/// <summary>An asynchronous magic command.</summary>
internal sealed class AsyncActionPart(Func<SessionState, Task> action) : CellPart
{
    public override Task RunAsync(SessionState session)
    {
        session.Value = null;
        return action(session);
    }
}

/// <summary>A precompiled piece of C#.</summary>
/// <param name="run">Its entry point.</param>
internal sealed class LoadedPart(Func<object?[], Task<object>> run) : CellPart
{
    public override async Task RunAsync(SessionState session) => session.Value = await run(session.Submissions).ConfigureAwait(false);
}
