namespace Notable.Kernel.Notebooks;

/// <summary>The kind of a cell.</summary>
public enum CellKind
{
    /// <summary>C# code.</summary>
    Code,

    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>Text that is neither run nor rendered.</summary>
    Raw,
}
