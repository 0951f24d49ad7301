using System.Globalization;

namespace Notable.Widgets;

/// <summary>
/// Keeps values between their bounds. Code that sets Min above Max gets an exception. If a front end sends such bounds, they
/// are ignored until they are in order again.
/// </summary>
internal static class Bounds
{
    /// <exception cref="ArgumentException">The widget's <c>min</c> is above its <c>max</c>.</exception>
    public static void RequireOrder(Widget widget)
    {
        if (ValueOf(widget, "min") is IComparable min && ValueOf(widget, "max") is { } max && min.CompareTo(max) > 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{widget.GetType().Name}: Min is {min}, above Max, which is {max}. To move both bounds up, set Max first; to move both down, set Min first."));
    }

    /// <summary>Whether the attribute is one of the bounds.</summary>
    public static bool IsBound(string attribute) => attribute is "min" or "max";

    private static object? ValueOf(Widget widget, string attribute) =>
        widget.Model.IndexOf(attribute) is >= 0 and var index ? widget.State[index] : null;

    public static T Clamp<T>(T value, T min, T max)
        where T : IComparable<T> =>
        min.CompareTo(max) > 0 ? value
        : value.CompareTo(min) < 0 ? min
        : value.CompareTo(max) > 0 ? max
        : value;

    public static T? Clamp<T>(T? value, T? min, T? max)
        where T : struct, IComparable<T> =>
        value is { } some ? Clamp(some, min ?? some, max ?? some, min, max) : null;

    public static (T Lower, T Upper) Clamp<T>((T Lower, T Upper) value, T min, T max)
        where T : IComparable<T>
    {
        var (lower, upper) = (Clamp(value.Lower, min, max), Clamp(value.Upper, min, max));
        return lower.CompareTo(upper) <= 0 ? (lower, upper) : (upper, lower);
    }

    // A missing bound does not limit the value. If both are set, Min may be above Max.
    private static T Clamp<T>(T value, T least, T greatest, T? min, T? max)
        where T : struct, IComparable<T> =>
        min is not null && max is not null ? Clamp(value, least, greatest)
        : value.CompareTo(least) < 0 ? least
        : value.CompareTo(greatest) > 0 ? greatest
        : value;
}
