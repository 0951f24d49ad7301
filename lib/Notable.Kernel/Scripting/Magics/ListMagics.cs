using Notable.Display;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!lsmagic</c></summary>
internal sealed class ListMagics : Magic
{
    public override string Name => "#!lsmagic";

    public override string Help => "lists the magic commands";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) =>
    [
        new ActionPart(_ => All.Select(magic => new { Command = $"{magic.Name} {magic.Argument}".Trim(), Does = magic.Help }).ToArray().Display()),
    ];
}
