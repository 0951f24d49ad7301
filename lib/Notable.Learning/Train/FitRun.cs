using System.Diagnostics;
using Notable.Torch;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>One fit: its epochs, their batches, what is recorded of them.</summary>
internal sealed class FitRun(Learner learner, FitPlan plan, int seed)
{
    private readonly SmoothedLoss smoothed = new();
    private readonly string phase = learner.IsFrozen ? EpochReport.Frozen : EpochReport.Unfrozen;

    public void Run(EpochTable table, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        // Measured on two cores: a step of 64 pictures takes a sixth less processor time so.
        using var memory = new KeptMemory();
        using var residence = learner.PicturesOnDevice ? learner.DataLoaders.Reside() : null;
        manual_seed(seed);
        var random = new Random(seed);
        for (var epoch = 0; epoch < plan.Epochs; epoch++)
        {
            var (clock, waiting) = (Stopwatch.StartNew(), new WaitingTime());
            Train(epoch, random, waiting, table, cancellation);
            var validation = Evaluation.Validate(learner.Model, learner.Precision, learner.DataLoaders.Valid, learner.Metrics,
                cancellation, waiting, afterBatch: () => Tell(table, epoch));
            var report = new EpochReport(phase, epoch, smoothed.Value, validation.Loss, validation.Metrics, clock.Elapsed.TotalSeconds)
            {
                DataSeconds = waiting.Elapsed.TotalSeconds,
            };
            learner.Recorder.Add(report);
            table.Row(report);
            progress?.Report(report);
        }
    }

    private void Train(int epoch, Random random, WaitingTime waiting, EpochTable table, CancellationToken cancellation)
    {
        learner.Model.train();
        using var losses = new LossReader(learner.LossesAtOnce, Record);
        var (done, batches) = (0, (double)learner.DataLoaders.Train.BatchCount);
        foreach (var batch in waiting.For(learner.DataLoaders.Train.Batches(random, cancellation)))
        {
            using (batch)
            {
                cancellation.ThrowIfCancellationRequested();
                var (rates, momentum) = plan.At((epoch + done / batches) / plan.Epochs, learner.Groups.Length);
                TrainingStep.Take(learner.Model, learner.Optimizer, learner.Precision, batch.Images, batch.Labels, rates, momentum,
                    onLoss: loss => losses.Add(loss, rates, momentum));
            }
            done++;
            Tell(table, epoch);
        }
        losses.Read();
    }

    private void Record(float loss, double[] rates, double momentum)
    {
        smoothed.Add(loss);
        learner.Recorder.Add(new StepRecord(smoothed.Value, rates, momentum));
    }

    private void Tell(EpochTable table, int epoch) => table.Step(phase, epoch, smoothed.Value);
}
