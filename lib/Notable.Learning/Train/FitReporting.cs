namespace Notable.Learning;

/// <summary>Who is told of a training, over all of its fits: the table on show, the caller's progress, the callbacks.</summary>
internal sealed class FitReporting : IDisposable
{
    private readonly EpochTable? table;
    private readonly IProgress<EpochReport>? progress;

    public FitReporting(Learner learn, IProgress<EpochReport>? progress, IReadOnlyList<Callback>? callbacks)
    {
        table = learn.ShowsProgress ? new EpochTable(learn) : null;
        this.progress = progress;
        Callbacks = [.. learn.Callbacks, .. callbacks ?? []];
    }

    /// <summary>In the order in which they are called.</summary>
    public IReadOnlyList<Callback> Callbacks { get; }

    /// <summary>One more batch is done, of training or of validation.</summary>
    public void Step(string phase, int epoch, double loss) => table?.Step(phase, epoch, loss);

    /// <summary>The epoch is done.</summary>
    public void Row(EpochReport report)
    {
        table?.Row(report);
        progress?.Report(report);
    }

    public void Dispose() => table?.Dispose();
}
