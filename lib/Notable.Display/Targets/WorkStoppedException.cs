namespace Notable.Display;

/// <summary>Long work was stopped between two of its steps, in good order. The message says how far it came and what is kept.</summary>
public sealed class WorkStoppedException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">How far the work came, and what is kept of it.</param>
    /// <param name="cause">What stopped it.</param>
    public WorkStoppedException(string message, OperationCanceledException cause)
        : base(message, cause, cause.CancellationToken)
    {
    }
}
