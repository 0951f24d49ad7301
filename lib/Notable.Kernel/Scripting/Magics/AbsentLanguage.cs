using Notable.Kernel.Polyglot;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!fsharp</c> and others that notebooks for .NET Interactive have, and that are not here.</summary>
internal sealed class AbsentLanguage(string name) : Magic
{
    public override string Name => $"#!{name}";

    public override string Help => "";

    public override bool TakesLines => true;

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) =>
        string.IsNullOrWhiteSpace(section.Text) ? [] : throw context.Fail(section, AbsentKernel.Sentence(name)!);
}
