namespace Notable.Cli.Commands;

/// <summary>The options of <c>notable train</c>.</summary>
internal sealed record TrainOptions
{
    public required string Folder { get; init; }
    public required string? Negatives { get; init; }
    public required string Recipe { get; init; }
    public required bool NoFlip { get; init; }
    public required string Views { get; init; }
    public required string Architecture { get; init; }
    public required int Epochs { get; init; }
    public required int? BatchSize { get; init; }
    public required int Size { get; init; }
    public required int Seed { get; init; }
    public required string Weights { get; init; }
    public required string? Device { get; init; }
    public required string Precision { get; init; }
    public required string? Output { get; init; }
    public required double ValidPct { get; init; }
    public required string ValidFolder { get; init; }
    public required double? Rate { get; init; }
    public required bool SkipUnreadable { get; init; }
    public required bool Json { get; init; }
}
