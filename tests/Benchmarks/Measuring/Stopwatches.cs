using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>Times a piece of work: warm-up first, then runs of which the median and the minimum count.</summary>
internal static class Stopwatches
{
    /// <summary>The time one run takes, in milliseconds.</summary>
    /// <param name="name">What the figure is called.</param>
    /// <param name="work">One run.</param>
    /// <param name="runs">How many are timed.</param>
    /// <param name="warm">How many go before, untimed.</param>
    public static Measurement Milliseconds(string name, Action work, int runs, int warm) => Of(name, "ms", 1e3, work, runs, warm);

    /// <summary>The time one run takes, in a unit that is <paramref name="scale"/> to the second.</summary>
    public static Measurement Of(string name, string unit, double scale, Action work, int runs, int warm)
    {
        for (var i = 0; i < warm; i++)
            work();
        return Summary(name, unit, [.. Enumerable.Range(0, runs).Select(_ => Once(work) * scale)]);
    }

    /// <summary>Seconds that one run takes.</summary>
    public static double Once(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public static Measurement Summary(string name, string unit, IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new Measurement(name, median, unit) { Min = sorted[0], N = sorted.Length };
    }
}
