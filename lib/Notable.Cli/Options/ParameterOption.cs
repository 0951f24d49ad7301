using System.CommandLine;

namespace Notable.Cli.Options;

/// <summary>The option that sets a notebook's parameters.</summary>
internal static class ParameterOption
{
    public static Option<string[]> Create()
    {
        var values = new Option<string[]>("-p", "--parameter")
        {
            Description = "name=value: sets a variable of the cell tagged 'parameters', in a cell inserted after it; numbers with a decimal point, dates as 2026-01-31, lists as [a, b]; can be repeated",
        };
        values.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.IndexOf('=') < 1)
                    result.AddError($"-p takes name=value, not '{token.Value}'");
        });
        return values;
    }

    public static Dictionary<string, string> Pairs(string[]? values)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var value in values ?? [])
        {
            var at = value.IndexOf('=');
            pairs[value[..at]] = value[(at + 1)..];
        }
        return pairs;
    }
}
