using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Prometheus;

namespace Notable.AppHost.Metrics;

/// <summary>
/// The instruments of all meters whose name begins with a word, as metrics of Prometheus with the instruments' own names: whatever part of
/// the program measures something (the model's queue, say) need not know who shows it. prometheus-net's adapter would put the meter's name
/// before each.
/// </summary>
internal sealed class InstrumentMetrics : IDisposable
{
    private static readonly HistogramConfiguration seconds = new() { Buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private readonly CollectorRegistry registry = Prometheus.Metrics.NewCustomRegistry();
    private readonly MetricFactory metrics;
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Action<double>> takers = new(StringComparer.Ordinal);

    public InstrumentMetrics(string meters)
    {
        metrics = Prometheus.Metrics.WithCustomRegistry(registry);
        listener.InstrumentPublished = (instrument, from) =>
        {
            if (instrument.Meter.Name.StartsWith(meters, StringComparison.Ordinal))
                from.EnableMeasurementEvents(instrument, takers.GetOrAdd(instrument.Name, _ => Taker(instrument)));
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, state) => ((Action<double>)state!)(value));
        listener.SetMeasurementEventCallback<int>((_, value, _, state) => ((Action<double>)state!)(value));
        listener.SetMeasurementEventCallback<double>((_, value, _, state) => ((Action<double>)state!)(value));
        listener.Start();
    }

    /// <summary>Writes all values as they are now, in Prometheus' text format.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="gauges">Values that the caller knows itself: name, help, value.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task WriteAsync(Stream stream, IEnumerable<(string Name, string Help, double Value)> gauges, CancellationToken cancellation)
    {
        foreach (var (name, help, value) in gauges)
            metrics.CreateGauge(name, help).Set(value);
        listener.RecordObservableInstruments();
        return registry.CollectAndExportAsTextAsync(stream, cancellation);
    }

    public void Dispose() => listener.Dispose();

    /// <summary>What takes an instrument's measurements.</summary>
    private Action<double> Taker(Instrument instrument)
    {
        var (name, help) = (instrument.Name, instrument.Description ?? "");
        var kind = instrument.GetType().GetGenericTypeDefinition();
        if (kind == typeof(Histogram<>))
            return metrics.CreateHistogram(name, help, seconds).Observe;
        if (kind == typeof(Counter<>))
            return metrics.CreateCounter(name + "_total", help).Inc;
        var gauge = metrics.CreateGauge(name, help);
        return kind == typeof(UpDownCounter<>) ? gauge.Inc : gauge.Set;
    }
}
