using System.Globalization;

namespace Notable.Display;

/// <summary>A value that is one piece of text, the same under every culture.</summary>
internal static class Scalar
{
    public static string Text(object value) => value switch
    {
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Type type => TypeName.Of(type),
        IFormattable formattable => Guard.Text(value, () => formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Guard.Text(value, value.ToString) is var text && text != value.GetType().ToString() ? text : TypeName.Of(value.GetType()),
    };
}
