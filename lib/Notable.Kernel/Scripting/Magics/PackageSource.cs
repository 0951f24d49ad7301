using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#i "nuget: SOURCE"</c></summary>
internal sealed class PackageSource : Magic
{
    public override string Name => "#i";

    public override string Argument => "\"nuget: SOURCE\"";

    public override string Help => "adds a package source: a feed (https) or a folder";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        if (PackageSources.Read(section.Argument.Trim().Trim('"').Trim()) is not { } source)
            throw context.Fail(section, PackageSources.Expected);
        return context.Compiler.Packages.AddSource(source, context.Compiler.Folder) ? [] : throw context.Fail(section, PackageSources.NoSource(source));
    }
}
