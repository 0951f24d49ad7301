using System.Diagnostics;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>One fit: its epochs, their batches, what is recorded of them.</summary>
internal sealed class FitRun(Learner learner, FitPlan plan, int seed)
{
    private readonly SmoothedLoss smoothed = new();
    private readonly string phase = learner.IsFrozen ? EpochReport.Frozen : EpochReport.Unfrozen;

    public void Run(EpochTable table, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        manual_seed(seed);
        var random = new Random(seed);
        for (var epoch = 0; epoch < plan.Epochs; epoch++)
        {
            var clock = Stopwatch.StartNew();
            Train(epoch, random, table, cancellation);
            var validation = Evaluation.Validate(learner.Model, learner.DataLoaders.Valid, learner.Metrics, cancellation,
                afterBatch: () => Tell(table, epoch));
            var report = new EpochReport(phase, epoch, smoothed.Value, validation.Loss, validation.Metrics, clock.Elapsed.TotalSeconds);
            learner.Recorder.Add(report);
            table.Row(report);
            progress?.Report(report);
        }
    }

    private void Train(int epoch, Random random, EpochTable table, CancellationToken cancellation)
    {
        learner.Model.train();
        var (done, batches) = (0, (double)learner.DataLoaders.Train.BatchCount);
        foreach (var batch in learner.DataLoaders.Train.Batches(random, cancellation))
        {
            using (batch)
            {
                cancellation.ThrowIfCancellationRequested();
                var (rates, momentum) = plan.At((epoch + done / batches) / plan.Epochs, learner.Groups.Length);
                smoothed.Add(TrainingStep.Take(learner.Model, learner.Optimizer, batch.Images, batch.Labels, rates, momentum));
                learner.Recorder.Add(new StepRecord(smoothed.Value, rates, momentum));
            }
            done++;
            Tell(table, epoch);
        }
    }

    private void Tell(EpochTable table, int epoch) => table.Step(phase, epoch, smoothed.Value);
}
