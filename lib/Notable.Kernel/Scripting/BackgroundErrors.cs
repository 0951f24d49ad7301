using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Notable.Kernel.Scripting;

/// <summary>
/// Exceptions that nothing catches in threads, timers, thread pool work and <c>async void</c> methods started by cells. By default
/// .NET ends the process: every variable and, in an app, every visitor's page would be lost. Here they are reported to whoever
/// runs the code, and the process goes on. Exceptions of other code still end the process.
/// </summary>
internal static class BackgroundErrors
{
    private static readonly AsyncLocal<IReceiver?> current = new();

    /// <summary>Who runs the code that threw. By the time an exception turns out to be unhandled, its flow of execution has often been left.</summary>
    private static readonly ConditionalWeakTable<Exception, IReceiver> thrown = [];

    private static readonly Lazy<bool> installed = new(() =>
    {
        Interrupting.FailedAssertions.Install();
        AppDomain.CurrentDomain.FirstChanceException += (_, args) => Remember(args.Exception);
        TaskScheduler.UnobservedTaskException += (_, args) => ReportUnobserved(args.Exception);
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Report);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The host has set a handler of its own, which decides.
            return false;
        }
    });

    /// <summary>Takes what the running code, and all that it starts, leaves unhandled.</summary>
    internal interface IReceiver
    {
        /// <summary>An exception that would have ended the process.</summary>
        void Unhandled(Exception error);

        /// <summary>The exception of a task that nobody awaited; found when the task is collected, which may be much later or never.</summary>
        void Unobserved(Exception error);
    }

    /// <summary>Makes <paramref name="receiver"/> current for this flow of execution and all that it starts, until the result is disposed.</summary>
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

    /// <returns>Whether the process goes on.</returns>
    private static bool Report(Exception error)
    {
        if (ReceiverOf(error) is { } receiver)
            receiver.Unhandled(error);
        else if (IsOfCell(error))
            // Started without its context, as by UnsafeStart, or thrown by a finalizer.
            ConsoleRouter.Error.WriteLine($"An exception in the background of a cell was not handled: {error}");
        else
            return false;
        return true;
    }

    private static void ReportUnobserved(AggregateException errors)
    {
        // Libraries leave tasks behind knowingly, above all cancelled ones. Only what a cell's own code threw is for its author.
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
