using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Notable.Learning;

/// <summary>Counts and times predictions, for listeners of the meter <c>Notable.Learning</c>.</summary>
internal static class PredictionMetrics
{
    private static readonly Meter Meter = new("Notable.Learning");
    private static readonly Counter<long> Predictions = Meter.CreateCounter<long>("notable_predictions", description: "Pictures answered.");
    private static readonly Histogram<double> Seconds =
        Meter.CreateHistogram<double>("notable_prediction_seconds", "s", "Time from request to prediction, including the wait in the queue.");

    static PredictionMetrics()
    {
        Meter.CreateObservableGauge("notable_prediction_queue", () => InferencePool.Waiting, description: "Pictures waiting in the queue.");
        Meter.CreateObservableGauge("notable_prediction_queue_seconds", () => InferencePool.ExpectedSeconds, description: "Expected time to process the queue.");
    }

    /// <summary>Counts and times a prediction.</summary>
    public static async Task<T> Timed<T>(Task<T> prediction, long started)
    {
        var result = await prediction.ConfigureAwait(false);
        Record(started);
        return result;
    }

    /// <summary>Counts a prediction that was requested at <paramref name="started"/>.</summary>
    public static void Record(long started)
    {
        Predictions.Add(1);
        Seconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
