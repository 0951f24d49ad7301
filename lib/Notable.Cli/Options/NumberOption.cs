using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Notable.Cli.Options;

/// <summary>Creates options that take a number within limits, with an error message for anything else.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, T normal, T least, T most, string what) where T : struct, INumber<T> => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => normal,
        CustomParser = result =>
        {
            if (TryRead(result.Tokens[0].Value, out T n) && n >= least && n <= most)
                return n;
            result.AddError($"{name} takes a number from {least} to {most}, not '{result.Tokens[0].Value}'");
            return normal;
        },
    };

    /// <summary>Creates an optional one, above zero and up to <paramref name="most"/>.</summary>
    public static Option<double?> AboveZero(string name, double most, string what) => new(name)
    {
        Description = what,
        CustomParser = result =>
        {
            if (TryRead(result.Tokens[0].Value, out double n) && n > 0 && n <= most)
                return n;
            result.AddError(FormattableString.Invariant($"{name} takes a number above 0 and up to {most}, not '{result.Tokens[0].Value}'"));
            return null;
        },
    };

    /// <summary>Creates an optional whole number within limits.</summary>
    public static Option<int?> Optional(string name, int least, int most, string what) => new(name)
    {
        Description = what,
        CustomParser = result =>
        {
            if (TryRead(result.Tokens[0].Value, out int n) && n >= least && n <= most)
                return n;
            result.AddError($"{name} takes a number from {least} to {most}, not '{result.Tokens[0].Value}'");
            return null;
        },
    };

    /// <summary>Reads a number without thousands separators: <c>0,001</c>, written with a decimal comma, would be read as 1.</summary>
    private static bool TryRead<T>(string text, out T number)
        where T : struct, INumber<T> => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
