namespace Notable.Display;

/// <summary>How much output one <see cref="RecordingTarget"/> keeps, so that a runaway loop fills neither memory nor the notebook.</summary>
public sealed record RecordingLimits
{
    /// <summary>Characters of stream text kept in all; 1,000,000 by default. What comes after is dropped, with a note.</summary>
    public int MaxStreamCharacters { get; init; } = 1_000_000;

    /// <summary>Outputs kept; 1,000 by default. What comes after is dropped, with a note.</summary>
    public int MaxOutputs { get; init; } = 1_000;
}
