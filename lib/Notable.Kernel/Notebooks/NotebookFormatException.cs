namespace Notable.Kernel.Notebooks;

/// <summary>Thrown when a file is not a notebook that can be used. The message says the file, what was found and what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Creates the exception with a message.</summary>
    public NotebookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    public NotebookFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
