using System.ComponentModel;
using System.Runtime.CompilerServices;
using Notable.Kernel.ProcessProtection;

namespace Notable.Kernel.Interrupting;

/// <summary>Called by the loops and awaits of cells, so that they can be stopped. The kernel inserts the calls; not for use in code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    /// <summary>Throws if the cell should stop.</summary>
    /// <exception cref="CellInterruptedException">The cell should stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (InterruptRequest.AnyPending)
            InterruptRequest.ThrowIfRequested();
    }

    /// <summary>Called at the start of a method. Throws if the cell should stop or the stack is exhausted.</summary>
    /// <param name="file">The method's file; filled in by the compiler.</param>
    /// <param name="line">Its line; filled in by the compiler.</param>
    /// <exception cref="CellInterruptedException">The cell should stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">Calls are nested too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Pass();
        if (!StackOverflowGuard.IsEnough())
            throw StackOverflowGuard.UsedUp(file, line);
    }

    /// <summary>
    /// Called at the start of an asynchronous method. Throws if the cell should stop or such methods have used up their part of the stack.
    /// </summary>
    /// <inheritdoc cref="Enter"/>
    public static void EnterAsync([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Pass();
        if (!StackOverflowGuard.IsEnoughForAsync())
            throw StackOverflowGuard.UsedUp(file, line);
    }

    /// <summary>Returns a task that is abandoned when the cell should stop.</summary>
    public static Task Await(Task task) => task is { IsCompleted: false } && InterruptRequest.Current is { } running ? GiveUp(task, running) : task;

    /// <inheritdoc cref="Await(Task)"/>
    public static Task<T> Await<T>(Task<T> task) =>
        task is { IsCompleted: false } && InterruptRequest.Current is { } running ? GiveUp(task, running) : task;

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask Await(ValueTask task) => task.IsCompleted ? task : new ValueTask(Await(task.AsTask()));

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask<T> Await<T>(ValueTask<T> task) => task.IsCompleted ? task : new ValueTask<T>(Await(task.AsTask()));

    /// <summary>Returns other awaitables unchanged.</summary>
    public static T Await<T>(T awaitable) => awaitable;

    private static async Task GiveUp(Task task, InterruptRequest running)
    {
        try
        {
            await task.WaitAsync(running.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (running.IsRequested)
        {
            throw new CellInterruptedException(running.Token);
        }
    }

    private static async Task<T> GiveUp<T>(Task<T> task, InterruptRequest running)
    {
        try
        {
            return await task.WaitAsync(running.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (running.IsRequested)
        {
            throw new CellInterruptedException(running.Token);
        }
    }
}
