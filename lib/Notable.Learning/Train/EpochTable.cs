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
        table.Report(++done, batches, FormattableString.Invariant($"epoch {Name(phase, epoch)}, loss {loss:0.0000}"));

    /// <summary>Adds the row of a finished epoch.</summary>
    public void Row(EpochReport report)
    {
        done = 0;
        table.Row([
            Name(report.Phase, report.Epoch), report.TrainLoss, report.ValidLoss,
            .. metrics.Select(metric => (object)report.Metrics[metric.Name]),
            TimeSpan.FromSeconds(report.Seconds)]);
    }

    /// <summary>Returns what the first column says of an epoch: <c>0 frozen</c>, then <c>0</c>, <c>1</c> and so on.</summary>
    public static string Name(string phase, int epoch) => FormattableString.Invariant($"{epoch}{(phase == EpochReport.Frozen ? " frozen" : "")}");

    public void Dispose() => table.Dispose();
}
