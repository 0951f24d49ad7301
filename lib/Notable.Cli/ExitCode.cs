namespace Notable.Cli;

/// <summary>What the process says on leaving.</summary>
internal static class ExitCode
{
    public const int Ok = 0, Failed = 1, Usage = 2;

    /// <summary>Stopped by ctrl-C: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
