namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Thrown when C# code fails. Carries the error for the notebook's output.</summary>
internal sealed class CellFailedException(CellError error, Exception? inner = null) : Exception(error.Message, inner)
{
    public CellError Error { get; } = error;
}
