namespace Notable.Display;

/// <summary>Thrown when long work is stopped between two steps. The message says how far it got and what was kept.</summary>
public sealed class WorkStoppedException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">How far the work got, and what was kept.</param>
    /// <param name="cause">The cancellation that stopped it.</param>
    public WorkStoppedException(string message, OperationCanceledException cause)
        : base(message, cause, cause.CancellationToken)
    {
    }
}
