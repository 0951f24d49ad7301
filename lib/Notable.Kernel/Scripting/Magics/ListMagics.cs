using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!lsmagic</c></summary>
internal sealed class ListMagics : Magic
{
    public override string Name => "#!lsmagic";

    public override string Help => "lists the magic commands";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) =>
    [
        new ActionPart(_ => MagicList.Describe(All.Where(magic => magic.Help.Length > 0).Select(magic => ($"{magic.Name} {magic.Argument}".Trim(), magic.Help))).Display()),
    ];
}

/// <summary>Formats magic commands and their descriptions as a table.</summary>
internal static class MagicList
{
    public static MimeBundle Describe(IEnumerable<(string Command, string Does)> commands)
    {
        var rows = commands.Select(one => new { one.Command, one.Does }).ToArray();
        return MimeBundle.Html(MimeBundle.TableHtml(rows), string.Join('\n', rows.Select(row => $"{row.Command}  {row.Does}")));
    }
}
