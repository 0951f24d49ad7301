using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!about</c></summary>
internal sealed class About : Magic
{
    public override string Name => "#!about";

    public override string Help => "says which kernel this is";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) =>
    [
        new ActionPart(_ => Describe().Display()),
    ];

    public static object Describe() => new
    {
        Notable = typeof(About).Assembly.GetName().Version!.ToString(3),
        Interactive = typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.GetName().Version!.ToString(),
        Net = Environment.Version.ToString(),
        System = System.Runtime.InteropServices.RuntimeInformation.OSDescription,
        Folder = Environment.CurrentDirectory,
    };
}
