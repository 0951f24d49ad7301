using System.Runtime.CompilerServices;

namespace Notable.Kernel.Interrupting;

/// <summary>
/// Whether the running thread has room for deeper calls. A stack overflow cannot be caught: it ends the process, and with it
/// every variable or every visitor's page.
/// </summary>
internal static class StackRoom
{
    /// <summary>The runtime's own check guarantees 128 KB below the place where it succeeds; a part of it is spent before the next one.</summary>
    private const int Step = 32 * 1024;

    /// <summary>
    /// The stack that asynchronous methods may use. Each level of them catches, keeps and throws again what comes from below, with the stack trace
    /// so far: the time for that grows with the square of the depth.
    /// </summary>
    private const int AsyncBytes = 1024 * 1024;

    /// <summary>The highest address seen on this thread: about where its stack begins.</summary>
    [ThreadStatic]
    private static nuint top;

    /// <summary>The lowest address of this thread's stack down to which there is known to be room. Stacks grow down.</summary>
    [ThreadStatic]
    private static nuint known;

    /// <summary>The runtime's check costs 30 ns: it is asked once every 32 KB of depth.</summary>
    /// <returns>Whether there is room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool IsEnough()
    {
        byte here;
        return known != 0 && (nuint)(&here) >= known || Look((nuint)(&here));
    }

    /// <summary>Whether there is room for a deeper call of an asynchronous method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe bool IsEnoughForAsync()
    {
        byte here;
        var address = (nuint)(&here);
        top = nuint.Max(top, address);
        return top - address < AsyncBytes && IsEnough();
    }

    /// <summary>The error of a method that is called when no room is left.</summary>
    /// <param name="file">The method's file, or what errors call its cell.</param>
    /// <param name="line">The method's line.</param>
    public static InsufficientExecutionStackException UsedUp(string? file, int line) => new(
        $"Calls are nested too deep: {Path.GetFileName(file)}, line {line} was called when the stack was used up. A method that calls itself, directly or through others, must come to an end.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Look(nuint here)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        known = here - Step;
        return true;
    }
}
