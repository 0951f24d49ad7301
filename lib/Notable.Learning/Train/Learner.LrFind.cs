using Notable.Display;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

public sealed partial class Learner
{
    private const double LrFindMomentum = 0.9, DivergedAt = 4;

    /// <summary>
    /// Learning rate finder: takes up to <paramref name="numIt"/> steps at exponentially increasing rates and stops when the smoothed loss
    /// is four times its best. Weights, optimizer and recorder are restored, and later fits are not affected.
    /// </summary>
    /// <param name="startLr">The lowest rate.</param>
    /// <param name="endLr">The highest rate.</param>
    /// <param name="numIt">The maximum number of steps, at least 20.</param>
    /// <param name="stopDiv">Whether to stop early when the loss diverges.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>The loss for each rate, with suggestions; a notebook shows it as a plot.</returns>
    public LearningRateCurve LrFind(double startLr = 1e-7, double endLr = 10, int numIt = 100, bool stopDiv = true, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numIt, 20);
        if (!(startLr > 0 && endLr > startLr && double.IsFinite(endLr)))
            throw new ArgumentOutOfRangeException(nameof(startLr), (startLr, endLr), "rates must be positive, and the last above the first");
        using var asking = RunningCode.AsksBetweenSteps();
        ChoosePrecision();
        var before = new WeightsSnapshot(Model);
        using var optimizer = new Adam(Groups);
        try
        {
            manual_seed(Seed);
            return LearningRateCurve.Trimmed(Steps(optimizer, startLr, endLr, numIt, stopDiv, cancellation), numIt);
        }
        catch (OperationCanceledException stopped)
        {
            throw new WorkStoppedException("Stopped the search for a learning rate; the weights are as they were.", stopped);
        }
        finally
        {
            before.Restore();
        }
    }

    private List<(double Rate, double Loss)> Steps(
        Adam optimizer, double startLr, double endLr, int numIt, bool stopDiv, CancellationToken cancellation)
    {
        var (smoothed, best) = (new SmoothedLoss(), double.PositiveInfinity);
        List<(double Rate, double Loss)> points = [];
        using var bar = ShowsProgress ? new ProgressBar("finding a learning rate", numIt) : null;
        Model.train();
        var random = new Random(Seed);
        while (true)
        {
            foreach (var batch in DataLoaders.Train.Batches(random, Device, null, cancellation))
            {
                using (batch)
                {
                    var rate = startLr * Math.Pow(endLr / startLr, points.Count / (double)numIt);
                    double[] rates = [.. Enumerable.Repeat(rate, Groups.Length)];
                    TrainingStep.Take(Model, optimizer, Precision, batch.Images, logits => Loss.Mean(logits, batch.Labels),
                        rates, LrFindMomentum, onLoss: loss => smoothed.Add(loss.item<float>()));
                    points.Add((rate, smoothed.Value));
                }
                RunningCode.Stop.ThrowIfCancellationRequested();
                bar?.Report(points.Count);
                best = Math.Min(best, smoothed.Value);
                if (points.Count >= numIt || !double.IsFinite(smoothed.Value) || (stopDiv && smoothed.Value > DivergedAt * best))
                {
                    // Stopping early is not a failure: higher rates only make the loss worse.
                    bar?.Report(numIt, points.Count < numIt ? $"the loss diverged after {points.Count} rates" : null);
                    return points;
                }
            }
        }
    }
}
