using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Notable.Kernel.ProcessProtection;

/// <summary>
/// Replaces calls in cells that would end the process, which holds all variables of the notebook and, in an app, every visitor's
/// page. Not for use in code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProcessEnd
{
    /// <summary>Replaces <see cref="Environment.Exit(int)"/>.</summary>
    /// <exception cref="ProcessEndException">Always.</exception>
    [DoesNotReturn]
    public static void Exit(int exitCode) => throw new ProcessEndException("Environment.Exit");

    /// <summary>Replaces <see cref="Environment.FailFast(string)"/>.</summary>
    /// <exception cref="ProcessEndException">Always.</exception>
    [DoesNotReturn]
    public static void FailFast(string? message) => FailFast(message, null);

    /// <summary>Replaces <see cref="Environment.FailFast(string, Exception)"/>.</summary>
    /// <exception cref="ProcessEndException">Always.</exception>
    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception) =>
        throw new ProcessEndException(string.IsNullOrEmpty(message) ? "Environment.FailFast" : $"Environment.FailFast(\"{message}\")", exception);

    /// <summary>Returns a process that is about to be killed, unless it is this one.</summary>
    /// <exception cref="ProcessEndException">It is this one.</exception>
    public static T? Other<T>(T? process) where T : Process =>
        process is not null && IsThis(process) ? throw new ProcessEndException("Process.Kill of the running process") : process;

    private static bool IsThis(Process process)
    {
        try
        {
            return process.Id == Environment.ProcessId;
        }
        catch (InvalidOperationException)
        {
            // Not started, or disposed: Kill reports that itself.
            return false;
        }
    }
}
