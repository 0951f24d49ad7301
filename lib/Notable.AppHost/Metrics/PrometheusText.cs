using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Notable.AppHost.Metrics;

/// <summary>
/// The instruments of all meters whose name begins with a word, in Prometheus' text format: whatever part of the program
/// measures something (the model's queue, say) need not know who shows it.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);

    public PrometheusText(string meters)
    {
        listener.InstrumentPublished = (instrument, from) =>
        {
            if (instrument.Meter.Name.StartsWith(meters, StringComparison.Ordinal))
                from.EnableMeasurementEvents(instrument, series.GetOrAdd(instrument.Name, _ => Series.Of(instrument)));
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, state) => ((Series)state!).Add(value));
        listener.SetMeasurementEventCallback<int>((_, value, _, state) => ((Series)state!).Add(value));
        listener.SetMeasurementEventCallback<double>((_, value, _, state) => ((Series)state!).Add(value));
        listener.Start();
    }

    /// <summary>All values as they are now.</summary>
    /// <param name="gauges">Values that the caller knows itself: name, help, value.</param>
    public string Write(params IEnumerable<(string Name, string Help, double Value)> gauges)
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder(4096);
        foreach (var (name, help, value) in gauges)
            Head(text, name, help, "gauge").Append(name).Append(' ').Append(Number(value)).Append('\n');
        foreach (var one in series.Values.OrderBy(one => one.Name, StringComparer.Ordinal))
            one.AppendTo(text);
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static StringBuilder Head(StringBuilder text, string name, string help, string type) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private abstract class Series(string name, string help)
    {
        public string Name => name;

        protected string Help => help;

        public abstract void Add(double value);

        public abstract void AppendTo(StringBuilder text);

        public static Series Of(Instrument instrument)
        {
            var (name, help) = (instrument.Name, instrument.Description ?? "");
            var kind = instrument.GetType().GetGenericTypeDefinition();
            return kind == typeof(Histogram<>) ? new Times(name, help)
                : kind == typeof(Counter<>) ? new SumSeries(name + "_total", help, "counter")
                : kind == typeof(UpDownCounter<>) ? new SumSeries(name, help, "gauge")
                : new Last(name, help);
        }
    }

    private sealed class SumSeries(string name, string help, string type) : Series(name, help)
    {
        private double sum;

        public override void Add(double value)
        {
            lock (this)
                sum += value;
        }

        public override void AppendTo(StringBuilder text) =>
            Head(text, Name, Help, type).Append(Name).Append(' ').Append(Number(Volatile.Read(ref sum))).Append('\n');
    }

    private sealed class Last(string name, string help) : Series(name, help)
    {
        private double last;

        public override void Add(double value) => Volatile.Write(ref last, value);

        public override void AppendTo(StringBuilder text) =>
            Head(text, Name, Help, "gauge").Append(Name).Append(' ').Append(Number(Volatile.Read(ref last))).Append('\n');
    }

    private sealed class Times(string name, string help) : Series(name, help)
    {
        private static readonly double[] bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
        private readonly long[] counts = new long[bounds.Length + 1];
        private double sum;

        public override void Add(double value)
        {
            var at = Array.BinarySearch(bounds, value);
            lock (counts)
            {
                counts[at < 0 ? ~at : at]++;
                sum += value;
            }
        }

        public override void AppendTo(StringBuilder text)
        {
            Head(text, Name, Help, "histogram");
            lock (counts)
            {
                var below = 0L;
                for (var i = 0; i < counts.Length; i++)
                {
                    below += counts[i];
                    text.Append(Name).Append("_bucket{le=\"").Append(i < bounds.Length ? Number(bounds[i]) : "+Inf").Append("\"} ").Append(below).Append('\n');
                }
                text.Append(Name).Append("_sum ").Append(Number(sum)).Append('\n').Append(Name).Append("_count ").Append(below).Append('\n');
            }
        }
    }
}
