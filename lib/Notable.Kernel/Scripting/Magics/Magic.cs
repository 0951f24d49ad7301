namespace Notable.Kernel.Scripting.Magics;

/// <summary>A magic command: a line that starts with <c>#!</c> and is not C#.</summary>
internal abstract class Magic
{
    /// <summary>Every command, in the order of the alphabet.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new About(), new Markup("#!html", "shows the lines below as HTML"), new PackageSource(), new Import(), new ListMagics(),
        new Markup("#!markdown", "shows the lines below as Markdown"), new Time(), new Who("#!who", withValues: false), new Who("#!whos", withValues: true),
    ];

    /// <summary>The command, as <c>#!time</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What stands behind it, as <c>PATH</c>; empty where nothing does.</summary>
    public virtual string Argument => "";

    /// <summary>What it does, in a few words.</summary>
    public abstract string Help { get; }

    /// <summary>Whether the lines below it are its own, and not C#.</summary>
    public virtual bool TakesLines => false;

    public static Magic? Find(string word) => All.FirstOrDefault(magic => magic.Name == word);

    /// <summary>What it does, as pieces of the cell.</summary>
    /// <exception cref="CellErrorsException">It cannot be done, or what it brings has errors.</exception>
    public abstract IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context);
}
