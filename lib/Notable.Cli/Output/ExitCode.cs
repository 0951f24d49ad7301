namespace Notable.Cli.Output;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Ok = 0, Failed = 1, Usage = 2;

    /// <summary>Stopped by Ctrl+C: 128 + SIGINT, as in shells.</summary>
    public const int Interrupted = 130;
}
