using Notable.Kernel.Notebooks;

namespace Notable.AppHost.Pages;

/// <summary>What the tags of a cell keep off the page, in the words of Voilà, nbconvert and Jupyter Book. The code of such a cell runs all the same.</summary>
/// <param name="IsHidden">Nothing of the cell is shown.</param>
/// <param name="HidesOutput">What the cell puts out is not shown; where it fails is.</param>
internal readonly record struct CellTags(bool IsHidden, bool HidesOutput)
{
    private static readonly string[] hidden = ["hide", "hide-cell", "hide_cell", "remove-cell", "remove_cell"];
    private static readonly string[] silent = ["hide-output", "hide_output", "remove-output", "remove_output"];

    public static CellTags Of(NotebookCell cell) => new(cell.Tags.Any(hidden.Contains), cell.Tags.Any(silent.Contains));
}
