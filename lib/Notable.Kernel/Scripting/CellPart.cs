using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis.Scripting;

namespace Notable.Kernel.Scripting;

/// <summary>A piece of a cell: C#, or what a magic command does.</summary>
internal abstract class CellPart
{
    /// <summary>Runs it in a session; whatever its code throws comes out, and the session keeps what was declared.</summary>
    public abstract Task RunAsync(SessionState session);
}

/// <summary>C#.</summary>
/// <param name="script">What runs.</param>
/// <param name="declares">Whether what comes after it sees anything of it, and runs on top of it.</param>
internal sealed class ScriptPart(Script<object> script, bool declares) : CellPart
{
    /// <summary>What runs.</summary>
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

/// <summary>What a magic command does.</summary>
internal sealed class ActionPart(Action<SessionState> action) : CellPart
{
    public override Task RunAsync(SessionState session)
    {
        session.Value = null;
        action(session);
        return Task.CompletedTask;
    }
}

/// <summary>What a magic command does that takes its time.</summary>
internal sealed class AsyncActionPart(Func<SessionState, Task> action) : CellPart
{
    public override Task RunAsync(SessionState session)
    {
        session.Value = null;
        return action(session);
    }
}
