using Notable.Kernel.Scripting.Cells;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Scripting.Magics;

/// <summary>A magic command: a line that starts with <c>#!</c> and is not C#.</summary>
internal abstract class Magic
{
    /// <summary>Every command.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new About(), new PackageSource(), new Import(), new ListMagics(),
        .. Markup.All.Select(markup => new ShowMarkup(markup)),
        new SharedValue("#!set", "--name NAME --value VALUE", "sets a variable to a value, or to a value of another kernel: @value:name"),
        new SharedValue("#!share", "NAME --from KERNEL", "takes a value of another kernel as a variable"),
        new Time(),
        new SharedValue("#!value", "--name NAME", "keeps the lines below as a value that cells can share"),
        new Who("#!who", withValues: false), new Who("#!whos", withValues: true),
        .. UnsupportedLanguages.Names.Select(name => new UnsupportedLanguage(name)),
    ];

    /// <summary>The command, such as <c>#!time</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its argument, such as <c>PATH</c>; empty if it takes none.</summary>
    public virtual string Argument => "";

    /// <summary>A short description.</summary>
    public abstract string Help { get; }

    /// <summary>Whether the lines below belong to the command, and are not C#.</summary>
    public virtual bool TakesLines => false;

    public static Magic? Find(string word) => All.FirstOrDefault(magic => magic.Name == word);

    /// <summary>Compiles the command to pieces of the cell.</summary>
    /// <exception cref="CellErrorsException">The command fails, or the code it imports has errors.</exception>
    public abstract IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context);
}
