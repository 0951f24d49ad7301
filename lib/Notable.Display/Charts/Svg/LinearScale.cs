using System.Globalization;

namespace Notable.Display.Figures;

/// <summary>
/// Values to pixels, with ticks at 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
/// </summary>
internal sealed class LinearScale
{
    private readonly double start;
    private readonly double end;
    private readonly Func<double, string>? label;

    /// <param name="low">The least value shown.</param>
    /// <param name="high">The greatest value shown.</param>
    /// <param name="start">The pixel of <paramref name="low"/>.</param>
    /// <param name="end">The pixel of <paramref name="high"/>.</param>
    /// <param name="maxTicks">About how many ticks there is room for.</param>
    /// <param name="isWhole">Whether only whole numbers make sense, as for epochs and counts.</param>
    /// <param name="label">How a tick is written; null writes the number.</param>
    public LinearScale(double low, double high, double start, double end, int maxTicks, bool isWhole = false, Func<double, string>? label = null)
    {
        (this.start, this.end, this.label) = (start, end, label);
        if (high <= low)
        {
            // One value alone: give it a range around itself.
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

    /// <summary>From tick to tick.</summary>
    public double Step { get; }

    /// <summary>The values with a tick.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var first = Math.Ceiling(Low / Step - 1e-9);
            var count = (int)(Math.Floor(High / Step + 1e-9) - first) + 1;
            return Enumerable.Range(0, count).Select(i => (first + i) * Step);
        }
    }

    /// <summary>The pixel of a value.</summary>
    public double Pixel(double value) => start + (value - Low) / (High - Low) * (end - start);

    /// <summary>A tick's text, with as many decimals as the step needs.</summary>
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
