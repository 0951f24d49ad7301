using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Notable.Cli.Commands;

/// <summary>Options that take a number within limits, and say so when they get something else.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, T normal, T least, T most, string what) where T : struct, INumber<T> => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => normal,
        CustomParser = result =>
        {
            // No separators of thousands: "0,001", as people write it who have a decimal comma, would be read as 1.
            if (T.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most)
                return n;
            result.AddError($"{name} takes a number from {least} to {most}, not '{result.Tokens[0].Value}'");
            return normal;
        },
    };
}
