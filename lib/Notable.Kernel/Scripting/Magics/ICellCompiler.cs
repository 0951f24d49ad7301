using Notable.Kernel.Packages;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary>The compiler of a session's cells, as far as magic commands use it.</summary>
internal interface ICellCompiler
{
    /// <summary>The folder that relative paths in cells start from.</summary>
    string Folder { get; }

    /// <summary>The packages that the cells have asked for.</summary>
    PackageReferences Packages { get; }

    /// <summary>The text of the cells compiled so far.</summary>
    CellSources Sources { get; }

    /// <summary>Declares a variable whose type becomes known when the cell runs; an existing variable is kept.</summary>
    /// <exception cref="CellErrorsException">The name is not a valid C# identifier.</exception>
    List<CellPart> Declare(string name, string place, CancellationToken cancellationToken);

    /// <summary>Compiles the cells of another notebook, or a C# file.</summary>
    /// <exception cref="CellErrorsException">It has errors.</exception>
    /// <exception cref="InvalidDataException">Files import each other in a circle.</exception>
    List<CellPart> Import(string path, CancellationToken cancellationToken);
}
