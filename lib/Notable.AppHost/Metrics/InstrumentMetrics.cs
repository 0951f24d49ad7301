using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Prometheus;

namespace Notable.AppHost.Metrics;

/// <summary>
/// Exports the instruments of all meters with a name prefix as Prometheus metrics, under the instruments' own names. Code that measures
/// something (such as the model's queue) therefore needs no reference to the host. prometheus-net's adapter would prepend the meter's name.
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

    /// <summary>Writes the current values in Prometheus' text format.</summary>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="gauges">Additional values of the caller: name, help, value.</param>
    /// <param name="cancellation">Cancels writing.</param>
    public Task WriteAsync(Stream stream, IEnumerable<(string Name, string Help, double Value)> gauges, CancellationToken cancellation)
    {
        foreach (var (name, help, value) in gauges)
            metrics.CreateGauge(name, help).Set(value);
        listener.RecordObservableInstruments();
        return registry.CollectAndExportAsTextAsync(stream, cancellation);
    }

    public void Dispose() => listener.Dispose();

    /// <summary>Returns the action that records an instrument's measurements.</summary>
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
