namespace Notable.Widgets;

/// <summary>
/// Keeps values between their bounds. Bounds that contradict each other bind nothing: they may be about to change, one after
/// the other.
/// </summary>
internal static class Bounds
{
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

    // An absent bound gives way to the value; where both are there they may contradict each other.
    private static T Clamp<T>(T value, T least, T greatest, T? min, T? max)
        where T : struct, IComparable<T> =>
        min is not null && max is not null ? Clamp(value, least, greatest)
        : value.CompareTo(least) < 0 ? least
        : value.CompareTo(greatest) > 0 ? greatest
        : value;
}
