using Notable.Display;

namespace Notable.Learning;

/// <summary>The live table of a training: one row per epoch, and a progress bar for the batches of the current epoch.</summary>
internal sealed class EpochTable : IDisposable
{
    private readonly ProgressTable table;
    private readonly IReadOnlyList<Metric> metrics;
    private readonly int batches;
    private int done;

    public EpochTable(Learner learner)
    {
        metrics = learner.Metrics;
        batches = learner.DataLoaders.Train.BatchCount + learner.DataLoaders.Valid.BatchCount;
        table = new ProgressTable(["epoch", "train_loss", "valid_loss", .. metrics.Select(metric => metric.Name), "time"]);
    }

    /// <summary>Reports one more finished batch, of training or of validation.</summary>
    public void Step(string phase, int epoch, double loss) =>
        table.Report(++done, batches, FormattableString.Invariant($"{phase} epoch {epoch}, loss {loss:0.0000}"));

    /// <summary>Adds the row of a finished epoch.</summary>
    public void Row(EpochReport report)
    {
        done = 0;
        object epoch = report.Phase == EpochReport.Frozen ? $"{report.Epoch} frozen" : report.Epoch;
        table.Row([
            epoch, report.TrainLoss, report.ValidLoss,
            .. metrics.Select(metric => (object)report.Metrics[metric.Name]),
            TimeSpan.FromSeconds(report.Seconds)]);
    }

    public void Dispose() => table.Dispose();
}
