using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!import PATH</c></summary>
internal sealed class Import : Magic
{
    public override string Name => "#!import";

    public override string Argument => "PATH";

    public override string Help => "runs the code cells of another notebook, or a file of C#, as if they stood here";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context)
    {
        var path = section.Argument.Trim('"');
        if (path.Length == 0)
            throw context.Fail(section, "#!import takes the path of a notebook (.ipynb) or of a C# file (.cs, .csx).");
        try
        {
            return context.Compiler.Import(Path.GetFullPath(path, context.Compiler.Folder), context.CancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotebookFormatException or InvalidDataException)
        {
            throw context.Fail(section, $"{path} cannot be imported: {broken.Message}");
        }
    }
}
