using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Notable.Kernel.ProcessProtection;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Sessions;

/// <summary>
/// Handles exceptions that nothing catches in threads, timers, thread pool work and <c>async void</c> methods started by cells. By default
/// .NET ends the process, and every variable and, in an app, every visitor's page would be lost. Here they are reported to the session
/// that runs the code, and the process continues. Unhandled exceptions of other code still end the process.
/// </summary>
internal static class BackgroundErrors
{
    private static readonly AsyncLocal<IReceiver?> current = new();

    /// <summary>
    /// The receiver that was current when an exception was thrown. Once it turns out to be unhandled, its execution context is often gone.
    /// </summary>
    private static readonly ConditionalWeakTable<Exception, IReceiver> thrown = [];

    private static readonly Lazy<bool> installed = new(() =>
    {
        FailedAssertions.Install();
        AppDomain.CurrentDomain.FirstChanceException += (_, args) => Remember(args.Exception);
        TaskScheduler.UnobservedTaskException += (_, args) => ReportUnobserved(args.Exception);
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Report);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The host has set its own handler, which takes precedence.
            return false;
        }
    });

    /// <summary>Receives the unhandled exceptions of the running code and of everything it starts.</summary>
    internal interface IReceiver
    {
        /// <summary>Called with an exception that would have ended the process.</summary>
        void Unhandled(Exception error);

        /// <summary>Called with the exception of a task that nothing awaited, when the task is collected: perhaps much later, or never.</summary>
        void Unobserved(Exception error);
    }

    /// <summary>
    /// Makes <paramref name="receiver"/> current for this execution context and everything it starts, until the result is disposed.
    /// </summary>
    public static IDisposable Use(IReceiver receiver)
    {
        _ = installed.Value;
        var scope = new Scope(current.Value);
        current.Value = receiver;
        return scope;
    }

    private static void Remember(Exception error)
    {
        if (current.Value is { } receiver)
            thrown.TryAdd(error, receiver);
    }

    /// <returns>Whether the process continues.</returns>
    private static bool Report(Exception error)
    {
        if (ReceiverOf(error) is { } receiver)
            receiver.Unhandled(error);
        else if (IsOfCell(error))
            // The thread was started without its context (UnsafeStart), or a finalizer threw.
            ConsoleRouter.Error.WriteLine($"An exception in the background of a cell was not handled: {error}");
        else
            return false;
        return true;
    }

    private static void ReportUnobserved(AggregateException errors)
    {
        // Libraries abandon tasks on purpose, mostly canceled ones. Report only exceptions that a cell's own code threw.
        foreach (var error in errors.Flatten().InnerExceptions.Where(error => error is not OperationCanceledException && IsOfCell(error)))
            ReceiverOf(error)?.Unobserved(error);
    }

    private static IReceiver? ReceiverOf(Exception error) => thrown.TryGetValue(error, out var receiver) ? receiver : current.Value;

    private static bool IsOfCell(Exception error) => new System.Diagnostics.StackTrace(error, fNeedFileInfo: false).GetFrames()
        .Any(frame => frame.GetMethod()?.Module.Assembly is { } assembly && CellAssemblies.Contains(assembly));

    private sealed class Scope(IReceiver? outer) : IDisposable
    {
        public void Dispose() => current.Value = outer;
    }
}
