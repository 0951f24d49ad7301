using Notable.Display;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!html</c> and <c>#!markdown</c>.</summary>
internal sealed class Markup(string name, string help) : Magic
{
    public override string Name => name;

    public override string Help => help;

    public override bool TakesLines => true;

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        var text = section.Text.Trim('\n');
        var bundle = name == "#!html" ? MimeBundle.Html(text, text) : MimeBundle.Text(text).With(MimeTypes.Markdown, text);
        return [new ActionPart(_ => DisplayTarget.Current.Display(bundle, Guid.NewGuid().ToString("n")))];
    }
}
