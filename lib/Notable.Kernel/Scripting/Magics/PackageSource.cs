using Notable.Display;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#i "nuget: SOURCE"</c></summary>
internal sealed class PackageSource : Magic
{
    private const string Prefix = "nuget:";

    public override string Name => "#i";

    public override string Argument => "\"nuget: SOURCE\"";

    public override string Help => "has packages also be looked for in a feed (https) or a folder";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        var text = section.Argument.Trim().Trim('"').Trim();
        if (!text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            throw context.Fail(section, "#i takes a source of packages: #i \"nuget: https://...\" or #i \"nuget: folder\".");
        var source = text[Prefix.Length..].Trim();
        if (!context.Compiler.Packages.AddSource(source, context.Compiler.Folder))
            throw context.Fail(section, $"'{source}' is no https address and no folder that is there.");
        return [];
    }
}
