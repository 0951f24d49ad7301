using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary>The options of <c>notable gather</c>.</summary>
internal sealed record GatherOptions
{
    public required IReadOnlyList<GatherTarget> Targets { get; init; }
    public required IImageSource Source { get; init; }

    /// <summary>The query without its words.</summary>
    public required ImageQuery Query { get; init; }

    public required DownloadOptions Download { get; init; }
    public required bool Json { get; init; }
}
