using Notable.Display;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Looks for a learning rate by trying: a mock training with ever higher rates, after which everything is as it was.</summary>
public static class LearningRateSearch
{
    private const double Momentum = 0.9, Diverged = 4;

    /// <summary>
    /// Takes up to <paramref name="numIt"/> steps at rates that climb evenly in their logarithm, and ends where the smoothed loss is
    /// four times its best. Weights, optimizer and recorder are left as they were, and later fits go as if nothing had been.
    /// </summary>
    /// <param name="learn">The learner.</param>
    /// <param name="startLr">The lowest rate.</param>
    /// <param name="endLr">The highest rate.</param>
    /// <param name="numIt">The most steps, at least 20.</param>
    /// <param name="stopDiv">Whether to end early where the loss runs away.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>The losses by rate, with suggestions; a notebook shows it as a plot.</returns>
    public static LearningRateCurve LrFind(
        this Learner learn, double startLr = 1e-7, double endLr = 10, int numIt = 100, bool stopDiv = true, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numIt, 20);
        if (!(startLr > 0 && endLr > startLr && double.IsFinite(endLr)))
            throw new ArgumentOutOfRangeException(nameof(startLr), (startLr, endLr), "rates are positive, and the last is above the first");
        using var asking = RunningCode.AsksBetweenSteps();
        learn.ChoosePrecision();
        var before = new WeightsSnapshot(learn.Model);
        using var optimizer = new Adam(learn.Groups);
        try
        {
            manual_seed(learn.Seed);
            return LearningRateCurve.Trimmed(Steps(learn, optimizer, startLr, endLr, numIt, stopDiv, cancellation), numIt);
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

    private static List<(double Rate, double Loss)> Steps(
        Learner learn, Adam optimizer, double startLr, double endLr, int numIt, bool stopDiv, CancellationToken cancellation)
    {
        var (smoothed, best) = (new SmoothedLoss(), double.PositiveInfinity);
        List<(double Rate, double Loss)> points = [];
        using var bar = learn.ShowsProgress ? new ProgressBar("looking for a learning rate", numIt) : null;
        learn.Model.train();
        var random = new Random(learn.Seed);
        while (true)
        {
            foreach (var batch in learn.DataLoaders.Train.Batches(random, cancellation))
            {
                using (batch)
                {
                    var rate = startLr * Math.Pow(endLr / startLr, points.Count / (double)numIt);
                    double[] rates = [.. Enumerable.Repeat(rate, learn.Groups.Length)];
                    TrainingStep.Take(learn.Model, optimizer, learn.Precision, batch.Images, logits => learn.Loss.Mean(logits, batch.Labels),
                        rates, Momentum, onLoss: loss => smoothed.Add(loss.item<float>()));
                    points.Add((rate, smoothed.Value));
                }
                RunningCode.Stop.ThrowIfCancellationRequested();
                bar?.Report(points.Count);
                best = Math.Min(best, smoothed.Value);
                if (points.Count >= numIt || !double.IsFinite(smoothed.Value) || (stopDiv && smoothed.Value > Diverged * best))
                {
                    // Ending early is no breaking off: higher rates only make the loss worse.
                    bar?.Report(numIt, points.Count < numIt ? $"the loss ran away after {points.Count} rates" : null);
                    return points;
                }
            }
        }
    }
}
