namespace Notable.Display;

/// <summary>The two text streams of a program.</summary>
public enum OutputStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error. Progress is written here too, so that standard output contains results only.</summary>
    Error,
}
