namespace Notable.Display;

/// <summary>The display target of the running code. It is part of the execution context, so that each session has its own.</summary>
public static class DisplayTarget
{
    private static readonly AsyncLocal<IDisplayTarget?> current = new();

    /// <summary>The innermost target in use; if there is none, the .NET Interactive host that runs the code, or the console.</summary>
    public static IDisplayTarget Current => current.Value ?? (Displays.IsForeign ? ForeignTarget.Instance : ConsoleTarget.Standard);

    /// <summary>
    /// The innermost target in use, or null if there is none. For code that replaces the console and must not be routed back to
    /// it.
    /// </summary>
    public static IDisplayTarget? InUse => current.Value;

    /// <summary>Makes <paramref name="target"/> current for this execution context until the result is disposed.</summary>
    public static IDisposable Use(IDisplayTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var scope = new Scope(current.Value);
        current.Value = target;
        return scope;
    }

    private sealed class Scope(IDisplayTarget? outer) : IDisposable
    {
        public void Dispose() => current.Value = outer;
    }
}
