using System.Globalization;

namespace Notable.Display.Figures;

/// <summary>
/// Maps values to pixels, with ticks at 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
/// </summary>
internal sealed class LinearScale
{
    private readonly double start;
    private readonly double end;
    private readonly Func<double, string>? label;

    /// <param name="low">The lowest value shown.</param>
    /// <param name="high">The highest value shown.</param>
    /// <param name="start">The pixel of <paramref name="low"/>.</param>
    /// <param name="end">The pixel of <paramref name="high"/>.</param>
    /// <param name="maxTicks">The approximate maximum number of ticks.</param>
    /// <param name="isWhole">Whether ticks are whole numbers only, as for epochs and counts.</param>
    /// <param name="label">Formats a tick; null for the number.</param>
    public LinearScale(double low, double high, double start, double end, int maxTicks, bool isWhole = false, Func<double, string>? label = null)
    {
        (this.start, this.end, this.label) = (start, end, label);
        if (high <= low)
        {
            // A single value gets a range around it.
            var half = low == 0 ? 0.5 : Math.Abs(low) * 0.5;
            (low, high) = (low - half, high + half);
        }
        (Low, High) = (low, high);
        Step = Math.Max(isWhole ? 1 : 0, NiceStep(high - low, Math.Max(2, maxTicks)));
    }

    /// <summary>The value at the start.</summary>
    public double Low { get; }

    /// <summary>The value at the end.</summary>
    public double High { get; }

    /// <summary>The distance between ticks.</summary>
    public double Step { get; }

    /// <summary>The values of the ticks.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var first = Math.Ceiling(Low / Step - 1e-9);
            var count = (int)(Math.Floor(High / Step + 1e-9) - first) + 1;
            return Enumerable.Range(0, count).Select(i => (first + i) * Step);
        }
    }

    /// <summary>Returns the pixel of a value.</summary>
    public double Pixel(double value) => start + (value - Low) / (High - Low) * (end - start);

    /// <summary>Returns a tick's text, with as many decimals as the step needs.</summary>
    public string Label(double tick)
    {
        if (label is not null)
            return label(tick);
        var largest = Math.Max(Math.Abs(Low), Math.Abs(High));
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + 1e-9));
        var value = Math.Abs(tick) < Step / 2 ? 0 : tick;
        return value != 0 && (largest >= 1e6 || decimals > 6)
            ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : value.ToString("F" + (decimals > 6 ? 0 : decimals), CultureInfo.InvariantCulture);
    }

    private static double NiceStep(double range, int maxTicks)
    {
        var rough = range / maxTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1.0000001 => 1,
            <= 2.0000001 => 2,
            <= 5.0000001 => 5,
            _ => 10,
        } * power;
    }
}
