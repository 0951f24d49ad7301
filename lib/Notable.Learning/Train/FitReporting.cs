namespace Notable.Learning;

/// <summary>
/// Forwards the progress of a training, over all of its fits, to the displayed table, the caller's progress and the callbacks.
/// </summary>
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

    /// <summary>The callbacks, in calling order.</summary>
    public IReadOnlyList<Callback> Callbacks { get; }

    /// <summary>Reports one more finished batch, of training or of validation.</summary>
    public void Step(string phase, int epoch, double loss) => table?.Step(phase, epoch, loss);

    /// <summary>Reports a finished epoch.</summary>
    public void Row(EpochReport report)
    {
        table?.Row(report);
        progress?.Report(report);
    }

    public void Dispose() => table?.Dispose();
}
