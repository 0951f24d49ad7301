using Notable.Kernel.Scripting;

namespace Notable.Kernel.Polyglot;

/// <summary>C# has failed: in the words of a notebook's error output.</summary>
internal sealed class CellFailedException(CellError error, Exception? inner = null) : Exception(error.Message, inner)
{
    public CellError Error { get; } = error;
}
