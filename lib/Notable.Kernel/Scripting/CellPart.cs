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
internal sealed class ScriptPart(Script<object> script) : CellPart
{
    public override async Task RunAsync(SessionState session)
    {
        session.Script = session.Script is null
            ? await script.RunAsync(globals: null, catchException: _ => true).ConfigureAwait(false)
            : await script.RunFromAsync(session.Script, catchException: _ => true).ConfigureAwait(false);
        if (session.Script.Exception is { } thrown)
            ExceptionDispatchInfo.Throw(thrown);
        session.Value = session.Script.ReturnValue;
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
