namespace Notable.Display;

/// <summary>
/// Limits on the output that a <see cref="RecordingTarget"/> keeps, so that an endless loop cannot fill the memory or the notebook.
/// </summary>
public sealed record RecordingLimits
{
    /// <summary>Maximum number of characters of stream text; 1,000,000 by default. The rest is dropped, with a note.</summary>
    public int MaxStreamCharacters { get; init; } = 1_000_000;

    /// <summary>Maximum number of outputs; 1,000 by default. The rest is dropped, with a note.</summary>
    public int MaxOutputs { get; init; } = 1_000;
}
