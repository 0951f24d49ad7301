namespace Notable.Kernel.Interrupting;

/// <summary>Thrown when the running cell is stopped by its user or its time limit.</summary>
public sealed class CellInterruptedException : OperationCanceledException
{
    private const string Sentence = "The cell was interrupted.";

    /// <summary>Creates the exception for a canceled token.</summary>
    public CellInterruptedException(CancellationToken token)
        : base(Sentence, token)
    {
    }

    /// <summary>Creates the exception for another cause.</summary>
    /// <param name="inner">The exception that ended the cell.</param>
    /// <param name="sentence">The message.</param>
    public CellInterruptedException(Exception? inner, string? sentence = null)
        : base(sentence ?? Sentence, inner)
    {
    }
}
