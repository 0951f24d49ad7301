using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!fsharp</c> and other languages of .NET Interactive that Notable does not run.</summary>
internal sealed class UnsupportedLanguage(string name) : Magic
{
    public override string Name => $"#!{name}";

    public override string Help => "";

    public override bool TakesLines => true;

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) =>
        string.IsNullOrWhiteSpace(section.Text) ? [] : throw context.Fail(section, UnsupportedLanguages.Sentence(name)!);
}
