using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Notable.Learning;

/// <summary>What is counted and timed of predictions, for whoever listens to the meter <c>Notable.Learning</c>.</summary>
internal static class PredictionMetrics
{
    private static readonly Meter Meter = new("Notable.Learning");
    private static readonly Counter<long> Predictions = Meter.CreateCounter<long>("notable_predictions", description: "Pictures answered.");
    private static readonly Histogram<double> Seconds =
        Meter.CreateHistogram<double>("notable_prediction_seconds", "s", "From the question to the answer, the wait for its turn included.");

    static PredictionMetrics()
    {
        Meter.CreateObservableGauge("notable_prediction_queue", () => InferencePool.Waiting, description: "Pictures that wait for their turn.");
        Meter.CreateObservableGauge("notable_prediction_queue_seconds", () => InferencePool.ExpectedSeconds, description: "How long those are expected to take.");
    }

    /// <summary>Counts and times a prediction.</summary>
    public static async Task<T> Timed<T>(Task<T> prediction, long started)
    {
        var result = await prediction.ConfigureAwait(false);
        Record(started);
        return result;
    }

    /// <summary>Counts a prediction that was asked for at <paramref name="started"/>.</summary>
    public static void Record(long started)
    {
        Predictions.Add(1);
        Seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
