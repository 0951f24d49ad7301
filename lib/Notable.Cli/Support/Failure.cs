namespace Notable.Cli.Support;

/// <summary>How the command line tells a person that something went wrong: one message, an exit code, no trace of ours.</summary>
internal static class Failure
{
    /// <summary>Runs <paramref name="work"/>; an exception becomes a sentence on the error stream and an exit code.</summary>
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

    // The system's own sentence says neither where it looked from nor what to do.
    private static string Sentence(Exception e) =>
        e is FileNotFoundException { FileName: { } file } && e.Message == $"Could not find file '{file}'."
            ? $"there is no file {file}; check the path (relative paths start from {Environment.CurrentDirectory})"
            : e.Message;

    /// <summary>Exceptions that no input should be able to cause: their trace is worth more than their sentence.</summary>
    private static bool IsBug(Exception e) =>
        e is NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException or NotImplementedException;
}

/// <summary>What the process says on leaving.</summary>
internal static class ExitCode
{
    public const int Ok = 0, Failed = 1, Usage = 2;

    /// <summary>Stopped by ctrl-C: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
