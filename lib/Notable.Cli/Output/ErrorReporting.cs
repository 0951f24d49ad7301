namespace Notable.Cli.Output;

/// <summary>Reports errors on the command line: a message and an exit code, without a stack trace.</summary>
internal static class ErrorReporting
{
    /// <summary>Runs <paramref name="work"/>; turns an exception into a sentence on the error stream and an exit code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("notable: stopped; no unfinished file was written");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            Tell(e);
            return ExitCode.Failed;
        }
    }

    /// <inheritdoc cref="GuardAsync"/>
    public static int Guard(Func<int> work) => GuardAsync(() => Task.FromResult(work())).GetAwaiter().GetResult();

    private static void Tell(Exception e)
    {
        Console.Error.WriteLine($"notable: {Sentence(e)}");
        if (IsBug(e))
            Console.Error.WriteLine($"\nThis is a bug in Notable. Please report it with the following lines:\n{e}");
        else if (e.InnerException is { } cause && !e.Message.Contains(cause.Message, StringComparison.Ordinal))
            Console.Error.WriteLine($"  because: {cause.Message}");
    }

    // The system's message says neither the working folder nor what to do.
    private static string Sentence(Exception e) =>
        e is FileNotFoundException { FileName: { } file } && e.Message == $"Could not find file '{file}'."
            ? $"{file} does not exist; check the path (relative paths start from {Environment.CurrentDirectory})"
            : e.Message;

    /// <summary>Whether an exception is a bug, which no input should cause. Its stack trace is then shown.</summary>
    private static bool IsBug(Exception e) =>
        e is NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException or NotImplementedException;
}
