using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Notable.Cli.Support;

/// <summary>Options that take a number within limits, and say so when they get something else.</summary>
internal static class NumberOption
{
    public static Option<T> Of<T>(string name, T normal, T least, T most, string what) where T : struct, INumber<T> => new(name)
    {
        Description = what,
        DefaultValueFactory = _ => normal,
        CustomParser = result =>
        {
            if (T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most)
                return n;
            result.AddError($"{name} takes a number from {least} to {most}, not '{result.Tokens[0].Value}'");
            return normal;
        },
    };
}
