using System.Runtime.CompilerServices;

namespace Notable.Kernel.ProcessProtection;

/// <summary>
/// Checks whether the running thread has stack for deeper calls. A stack overflow cannot be caught: it ends the process and loses
/// all variables or every visitor's page.
/// </summary>
internal static class StackOverflowGuard
{
    /// <summary>
    /// The depth between two checks. The runtime's check guarantees 128 KB of stack; this part of it is used before the next check.
    /// </summary>
    private const int Step = 32 * 1024;

    /// <summary>
    /// The stack that asynchronous methods may use. Each level catches and rethrows the exceptions of deeper levels with the stack trace
    /// so far, which takes time that grows with the square of the depth.
    /// </summary>
    private const int AsyncBytes = 1024 * 1024;

    /// <summary>The highest address seen on this thread, near the start of its stack.</summary>
    [ThreadStatic]
    private static nuint top;

    /// <summary>The lowest stack address of this thread that is known to be available. Stacks grow downward.</summary>
    [ThreadStatic]
    private static nuint known;

    /// <summary>Checks for room. The runtime's check takes 30 ns, so it is called once every 32 KB of depth.</summary>
    /// <returns>Whether there is room.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe bool IsEnough()
    {
        byte here;
        return known != 0 && (nuint)(&here) >= known || Look((nuint)(&here));
    }

    /// <summary>Returns whether there is room for a deeper call of an asynchronous method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe bool IsEnoughForAsync()
    {
        byte here;
        var address = (nuint)(&here);
        top = nuint.Max(top, address);
        return top - address < AsyncBytes && IsEnough();
    }

    /// <summary>Creates the exception for a method that is called with no room left.</summary>
    /// <param name="file">The method's file or cell.</param>
    /// <param name="line">The method's line.</param>
    public static InsufficientExecutionStackException UsedUp(string? file, int line) => new(
        $"Calls are nested too deep: {Path.GetFileName(file)}, line {line} was called when the stack was used up. A method that calls itself, directly or through others, must stop at some point.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Look(nuint here)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        known = here - Step;
        return true;
    }
}
