namespace Notable.Kernel.Notebooks;

/// <summary>A file is no notebook that can be used here; the message names the file, what was found and what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>For a reason found by this library.</summary>
    public NotebookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>For a reason found by another.</summary>
    public NotebookFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
