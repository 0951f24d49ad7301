namespace Notable.Learning.Files;

/// <summary>Size limits for weights files, checked before memory is allocated.</summary>
public sealed record WeightsFileLimits
{
    /// <summary>The default limits, large enough for all published image classifiers.</summary>
    public static WeightsFileLimits Default { get; } = new();

    /// <summary>Maximum file size in bytes; 4 GiB by default.</summary>
    public long MaxFileBytes { get; init; } = 4L << 30;

    /// <summary>Maximum size of a safetensors header in bytes; 100 MB by default, the limit of the format's reference implementation.</summary>
    public int MaxHeaderBytes { get; init; } = 100_000_000;

    /// <summary>Maximum number of tensors in a file; 100 000 by default.</summary>
    public int MaxTensors { get; init; } = 100_000;
}
