using Notable.Display;

namespace Notable.Learning;

/// <summary>The live table of a training: a row an epoch, a bar for all of its batches.</summary>
internal sealed class EpochTable : IDisposable
{
    private readonly ProgressTable table;
    private readonly Learner learner;
    private readonly long batches;
    private long done;

    public EpochTable(Learner learner, int epochs)
    {
        this.learner = learner;
        batches = (long)epochs * (learner.DataLoaders.Train.BatchCount + learner.DataLoaders.Valid.BatchCount);
        table = new ProgressTable(["epoch", "train_loss", "valid_loss", .. learner.Metrics.Select(m => m.Name), "time"]);
    }

    /// <summary>One more batch is done.</summary>
    public void Step(string phase, int epoch, double loss) =>
        table.Report(++done, batches, $"{phase} epoch {epoch}, loss {loss:0.0000}");

    public void Row(EpochReport report) => table.Row([
        report.Epoch, report.TrainLoss, report.ValidLoss, .. learner.Metrics.Select(m => (object)report.Metrics[m.Name]), TimeSpan.FromSeconds(report.Seconds)]);

    public void Dispose() => table.Dispose();
}
