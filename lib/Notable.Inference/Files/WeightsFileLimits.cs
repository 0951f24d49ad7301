namespace Notable.Learning.Files;

/// <summary>How large a weights file may be; checked before memory is taken for it.</summary>
public sealed record WeightsFileLimits
{
    /// <summary>The defaults, which any published image classifier keeps within.</summary>
    public static WeightsFileLimits Default { get; } = new();

    /// <summary>Bytes of the whole file: 4 GiB by default.</summary>
    public long MaxFileBytes { get; init; } = 4L << 30;

    /// <summary>Bytes of a safetensors header: 100 MB by default, the limit of the format's reference implementation.</summary>
    public int MaxHeaderBytes { get; init; } = 100_000_000;

    /// <summary>Tensors in one file: 100 000 by default.</summary>
    public int MaxTensors { get; init; } = 100_000;
}
