using System.Text.RegularExpressions;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Scripting.Magics;

/// <summary>
/// <c>#!value</c>, <c>#!set</c> and <c>#!share</c>, which the session's kernels run. The variable that a command sets is
/// declared when the cell is compiled; its type becomes known when the cell runs.
/// </summary>
internal sealed partial class SharedValue(string name, string argument, string help) : Magic
{
    public override string Name => name;

    public override string Argument => argument;

    public override string Help => help;

    public override bool TakesLines => name == "#!value";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        var source = $"{name} {section.Argument}\n{section.Text}".TrimEnd();
        var run = new AsyncActionPart(session => SessionKernels.RunAsync(session, source));
        var variable = name switch
        {
            "#!set" => Named().Match(section.Argument),
            "#!share" => As().Match(section.Argument) is { Success: true } renamed ? renamed : Shared().Match(section.Argument),
            _ => Match.Empty,
        };
        return variable.Success ? [.. context.Compiler.Declare(variable.Groups["name"].Value, context.Place, context.CancellationToken), run] : [run];
    }

    [GeneratedRegex(@"--name\s+(?<name>\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"--as\s+(?<name>\w+)")]
    private static partial Regex As();

    [GeneratedRegex(@"(?:^|--name\s+|--from\s+\S+\s+)(?!--)(?<name>\w+)")]
    private static partial Regex Shared();
}
