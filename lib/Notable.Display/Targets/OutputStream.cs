namespace Notable.Display;

/// <summary>The two text streams of a program.</summary>
public enum OutputStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error: also where progress goes, so that standard output stays clean for other programs.</summary>
    Error,
}
