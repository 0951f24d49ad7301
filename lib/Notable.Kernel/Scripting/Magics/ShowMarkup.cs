using Notable.Display;
using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!html</c>, <c>#!javascript</c>, <c>#!markdown</c> and <c>#!mermaid</c>.</summary>
internal sealed class ShowMarkup(Markup markup) : Magic
{
    public override string Name => $"#!{markup.Name}";

    public override string Help => $"shows the lines below as {markup.Language}";

    public override bool TakesLines => true;

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        var bundle = markup.Show(section.Text);
        return [new ActionPart(_ => DisplayTarget.Current.Display(bundle, Guid.NewGuid().ToString("n")))];
    }
}
