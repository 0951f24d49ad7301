namespace Notable.Kernel.Interrupting;

/// <summary>The running cell was stopped by its user, or by its time limit.</summary>
public sealed class CellInterruptedException : OperationCanceledException
{
    private const string Sentence = "The cell was interrupted.";

    /// <summary>By a token.</summary>
    public CellInterruptedException(CancellationToken token)
        : base(Sentence, token)
    {
    }

    /// <summary>By another way.</summary>
    /// <param name="inner">What broke the cell off.</param>
    /// <param name="sentence">What to say.</param>
    public CellInterruptedException(Exception? inner, string? sentence = null)
        : base(sentence ?? Sentence, inner)
    {
    }
}
