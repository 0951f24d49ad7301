namespace Notable.Torch;

/// <summary>Counts of tensors, which the package keeps for itself (<c>DisposeScopeManager.Statistics</c>): always zero here.</summary>
public static class TensorMemory
{
    /// <summary>Always zero.</summary>
    public static long Live => 0;

    /// <summary>Always zero.</summary>
    public static long LiveBytes => 0;

    /// <summary>Always zero.</summary>
    public static long Finalized => 0;

    /// <summary>Does nothing.</summary>
    public static void Trim() { }
}
