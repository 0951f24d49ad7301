using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Notable.Kernel.Interrupting;

/// <summary>What the kernel has the loops and awaits of a cell call, so that they can be stopped. Not meant for people.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    /// <summary>Goes on, unless the cell is to stop.</summary>
    /// <exception cref="CellInterruptedException">It is.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (Interruption.AnyPending)
            Interruption.ThrowIfRequested();
    }

    /// <summary>Goes on into a method, unless the cell is to stop or the stack is used up.</summary>
    /// <param name="file">Where the method stands; filled in by the compiler.</param>
    /// <param name="line">Its line; filled in by the compiler.</param>
    /// <exception cref="CellInterruptedException">The cell is to stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">Calls are nested too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Pass();
        if (!StackRoom.IsEnough())
            throw StackRoom.UsedUp(file, line);
    }

    /// <summary>Goes on into an asynchronous method, unless the cell is to stop or the stack that such methods may use is used up.</summary>
    /// <inheritdoc cref="Enter"/>
    public static void EnterAsync([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    {
        Pass();
        if (!StackRoom.IsEnoughForAsync())
            throw StackRoom.UsedUp(file, line);
    }

    /// <summary>The task, given up when the cell is to stop.</summary>
    public static Task Await(Task task) => task is { IsCompleted: false } && Interruption.Current is { } running ? GiveUp(task, running) : task;

    /// <inheritdoc cref="Await(Task)"/>
    public static Task<T> Await<T>(Task<T> task) =>
        task is { IsCompleted: false } && Interruption.Current is { } running ? GiveUp(task, running) : task;

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask Await(ValueTask task) => task.IsCompleted ? task : new ValueTask(Await(task.AsTask()));

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask<T> Await<T>(ValueTask<T> task) => task.IsCompleted ? task : new ValueTask<T>(Await(task.AsTask()));

    /// <summary>Whatever else can be awaited, as it is.</summary>
    public static T Await<T>(T awaitable) => awaitable;

    private static async Task GiveUp(Task task, Interruption running)
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

    private static async Task<T> GiveUp<T>(Task<T> task, Interruption running)
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
